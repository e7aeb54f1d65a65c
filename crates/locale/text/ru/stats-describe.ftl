# Описание.
stats-describe-title = Каковы столбцы файла { $file }
stats-describe-columns = Столбцы
