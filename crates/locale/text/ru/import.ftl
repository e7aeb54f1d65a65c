# Файлы, которые читаются как таблицы.
table-text = текст в кодировке { $encoding }, разделитель столбцов — { $delimiter }
table-workbook = книга { $kind }, лист «{ $sheet }»
table-tab = табуляция
table-semicolon = точка с запятой
table-comma = запятая
table-unknown-kind = Файлы вида «.{ $ending }» не читаются. Подойдут CSV, TSV, XLSX, ODS и Parquet.
table-not-text = Это не текст и не книга Excel. Сохраните таблицу как CSV в UTF-8 или как XLSX.
table-old-or-locked = Это книга старого формата (XLS) или книга с паролем. Сохраните её как XLSX без пароля.
table-not-parquet = Файл назван как Parquet, но это не он. Запишите его заново или назовите по содержимому (CSV, XLSX).
table-not-workbook = Файл назван книгой, но книгой не является. Сохраните таблицу заново как XLSX.
table-broken = Файл повреждён и не читается: { $detail }. Сохраните таблицу заново.
table-no-sheet = В книге нет листа «{ $name }». Есть листы: { $there }
table-empty = Таблица пуста.
table-too-long = Файл слишком велик: больше { $mebibytes } МиБ. Разделите его на части.
table-too-large = Таблица слишком велика: больше { $limit } { $what ->
    [rows] строк
    [columns] столбцов
    [levels] разных значений в столбце
   *[cells] ячеек
 }. Разделите её на части.

# Что из них получается при импорте.
import-no-column = В файле нет столбца «{ $name }». Есть столбцы: { $there }
import-unknown-kpi = В отделе нет показателя «{ $id }».
import-unknown-kpi-near = В отделе нет показателя «{ $id }»; возможно, имелся в виду «{ $near }».
import-kpi-twice = Показателю «{ $id }» назначены два столбца. Оставьте один.
import-no-kpi = Не выбран ни один показатель. Назовите хотя бы один и столбец с его значениями.
import-no-rows = В файле есть заголовок, но нет строк.
import-row = строка { $row }, «{ $column }»: { $problem }
import-more = … и ещё { $count ->
    [one] { $count } ячейка, которую не удалось прочитать
    [few] { $count } ячейки, которые не удалось прочитать
   *[many] { $count } ячеек, которые не удалось прочитать
 }
import-not-a-date = «{ $value }» не читается как дата (через косую черту первым ожидается месяц)
import-not-a-date-day-first = «{ $value }» не читается как дата (через косую черту в этом столбце первым стоит день)
import-not-a-month = «{ $value }» не читается как месяц
import-no-date = в строке есть значения, но нет даты
import-date-out-of-range = дата «{ $value }» раньше 1990 года или дальше чем на год вперёд
import-not-a-number = «{ $value }» не читается как число ({ $mark })
import-mark-point = десятичная точка
import-mark-comma = десятичная запятая
import-duplicate = за { $date } значение уже есть в строке { $first }
import-too-great = сумма значений за период слишком велика

aggregate-mean = среднее
aggregate-sum = сумма
aggregate-median = медиана
aggregate-last = последнее
aggregate-min = наименьшее
aggregate-max = наибольшее
aggregate-count = число строк
