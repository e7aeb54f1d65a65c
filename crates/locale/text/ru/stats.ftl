# Общее для всех ответов аналитической машины.
stats-yes = да
stats-no = нет
stats-reading = Что это значит
stats-cautions = Прежде чем верить
stats-more-rows = … и ещё { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[other] { $count } строк
 }
stats-head-column = столбец
stats-head-n = n
stats-head-missing = пропуски
stats-head-mean = среднее
stats-head-sd = ст. откл.

# Почему на вопрос нет ответа.
stats-no-option = Параметра «{ $name }» здесь нет. Есть: { $there }
stats-choice = «{ $name }» не может быть «{ $value }». Допустимо: { $allowed }
stats-data-name = Под именем «{ $name }» данные не сохранить. Назовите файл просто, например posts.csv.
stats-no-data = Назовите файл с данными.
stats-needed = Укажите --{ $name }: без этого вопрос не задать.
stats-rows = строк
stats-columns = столбцов
stats-groups = групп
stats-levels = уровней
stats-too-few = Данных мало: { $what } — { $have }, а нужно не меньше { $need }.
stats-constant = В столбце «{ $column }» везде одно и то же значение: от него ничто не может зависеть. Уберите его.
stats-all-missing = В столбце «{ $column }» нет ни одного значения. Уберите его.
stats-infinite = В столбце «{ $column }» в строке { $row } бесконечность. Исправьте строку или отфильтруйте её.
stats-need-number = числа
stats-need-factor = слова, по которым можно группировать
stats-need-scale = слова или числа, среди которых не больше 20 разных
stats-need-two-levels = ровно два разных значения
stats-need-count = целые числа от 0
stats-need-positive = числа больше 0
stats-need-binary = только 0 и 1
stats-kind = Столбец «{ $column }» не подходит: здесь нужны { $need }.
stats-no-column = Столбца «{ $name }» нет. Есть: { $there }
stats-no-column-many = Столбца «{ $name }» нет. Есть: { $there } и ещё { $more }
stats-lengths = Столбцы разной длины: { $left } строк против { $right }.
stats-collinear = Эти столбцы полностью выводятся из остальных: { $columns }. Уберите их.
stats-separated = «{ $column }» разделяет исходы без единого исключения, и конечной оценки эффекта нет. Уберите столбец или объедините уровни.
stats-no-convergence = { $what }: решение не найдено за { $steps } шагов. Приведите столбцы к одному масштабу или возьмите меньше столбцов.
stats-formula = Формула, знак { $at }: { $why }
stats-stopped = Остановлено.

# Команда и её параметры.
stats-describe = каковы столбцы
stats-opt-columns = столбцы через запятую; если не названы — все числовые
stats-opt-level = доверительный уровень интервалов

# Команда.
stats-words = Слова
stats-cli = Спросить у данных: описание, корреляции, регрессии, факторы, кластеры, критерии, ряды
stats-cli-file = Данные: CSV, XLSX, ODS, Parquet, JSONL
stats-cli-format = Вид ответа: для людей, JSON, главная таблица в CSV или скрипт на R, который всё повторит
stats-cli-out = Файл для ответа, вид по окончанию: .svg, .xlsx, .csv, .json, .r, .txt; можно указать несколько раз
stats-ending = В виде «.{ $ending }» ответ не записать. Выберите .svg, .xlsx, .csv, .json, .r или .txt.
stats-opt-method = метод
stats-opt-missing = что делать со строками с пропусками
stats-opt-seed = зерно случайности
stats-cli-filter = Какие строки спросить: num_comments > 10 and type in ("video", "live")
stats-cli-derive = Столбец, вычисленный из других: hour = hour(published); можно указать несколько раз
stats-cli-types = Виды столбцов, если они не таковы, какими кажутся: number, whole, yes-no, date, date-time, word, text
stats-cli-units = Единицы столбцов: reach=people,price=₽
