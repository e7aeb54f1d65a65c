# Таблицы глазами статистики: виды столбцов, странности файла, выражения.
table-kind-number = число
table-kind-whole = целое число
table-kind-yesno = да или нет
table-kind-date = дата
table-kind-datetime = дата и время
table-kind-word = категория
table-kind-text = текст

table-faulty = Файл не читается: { $detail }.
table-json-line = Строка { $row } — не объект JSON: { $detail }.
table-long-row = Строка { $row } длиннее 256 МБ: скорее всего, в ней не закрыта кавычка.
table-no-column = Столбца { $name } нет. Есть столбцы: { $there }.
table-nested = В ячейках столбца { $column } лежат списки или вложенные записи, он пропущен.
table-nested-asked = В ячейках столбца { $column } лежат списки или вложенные записи. Сначала разверните его в обычные столбцы.
table-no-kind = Вида столбца { $name } нет. Бывают: { $there }.
table-no-role = Роли { $name } нет. Бывают: none, id, outcome, weight.
table-no-pair = Вместо { $text } нужно писать столбец=значение, через запятую, если их несколько.
table-no-unit = { $text } — не единица измерения. Единицы пишут так: чел., ₽, ₽/клик.
table-wrong-kind = Столбец { $column } здесь не подходит: его вид — «{ $kind }».

table-unnamed = { $count ->
    [one] { $count } столбец без заголовка назван так: { $columns }.
    [few] { $count } столбца без заголовков названы так: { $columns }.
   *[other] { $count } столбцов без заголовков названы так: { $columns }.
}
table-twice = Заголовок { $column } встречается у нескольких столбцов ({ $count }); они пронумерованы, чтобы их не спутать.
table-unread = Столбец { $column } читается как «{ $kind }», но { $count ->
    [one] { $count } ячейка не подходит и считается пропуском: { $cells }.
    [few] { $count } ячейки не подходят и считаются пропусками: { $cells }.
   *[other] { $count } ячеек не подходят и считаются пропусками: { $cells }.
}
table-unread-cell = строка { $row } «{ $text }»
table-infinite = В столбце { $column } бесконечное значение ({ $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[other] { $count } строк
}); ни один метод с ним не считает.
table-all-missing = В столбце { $column } нет ни одного значения.
table-no-rows = В таблице есть столбцы, но нет строк.

express-at = В выражении, знак { $at }: { $why }.
express-ends = выражение обрывается
express-unexpected = { $found } здесь стоять не может
express-unclosed = кавычка не закрыта
express-no-column = столбца { $name } нет; имя с пробелами берут в обратные кавычки
express-no-function = функции { $name } нет; есть { $there }
express-arguments = у функции { $name } другое число аргументов
express-need-figure = здесь нужно число
express-need-truth = здесь нужно условие — то, что верно или неверно
express-need-day = здесь нужна дата
express-unlike = эти два значения нельзя сопоставить
express-units = { $left } и { $right } нельзя ни складывать, ни сравнивать
express-unit = с величинами в единицах { $unit } так считать нельзя; сначала разделите на величину в тех же единицах
express-need-step = здесь нужно целое число от 1
express-too-large = выражение слишком длинное или слишком вложенное
