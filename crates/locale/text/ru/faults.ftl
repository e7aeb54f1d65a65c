# Части того, что говорится об ошибках в текстах.
did-you-mean = {"; возможно, имелось в виду"} «{ $near }»
belongs-in = {"; ей место в файле"} { $file }

found-text = текст
found-number = число
found-bool = true или false
found-date = дата
found-list = список
found-table = таблица

shape-text = текст в двойных кавычках
shape-number = число без кавычек
shape-bool = true или false
shape-date = дата вида 2026-03-01, без кавычек
shape-choice = одно из известных слов, в двойных кавычках
shape-ref = имя элемента, в двойных кавычках
shape-list = список в квадратных скобках
shape-duration = срок вида "30m", "4h", "2d" или "1w"
shape-tolerance = число или процент вида "5%"
shape-mark = значение на дату: {"{ date = 2026-03-01, value = 40 }"}
shape-levels = компетенции с уровнями от 1 до 5: {"{ regression = 3 }"}
shape-table = таблица

limit-bytes = байт в файле —
limit-depth = уровней вложенности —
limit-elements = элементов —

syntax-may-only-go-between-digits = подчёркивание допустимо только между цифрами
syntax-carriage-return-must-be-followed-by-newline = одиночный возврат каретки
syntax-extra = лишний знак «=»
syntax-extra-assignment-between-key-value-pairs = лишний знак «=»
syntax-extra-comma-in-array = лишняя запятая в списке
syntax-extra-comma-in-inline-table = лишняя запятая в фигурных скобках
syntax-integers-with-a-radix-cannot-be-signed = у такого числа не бывает знака
syntax-invalid-basic-string = строка не закрыта кавычкой или содержит недопустимый знак
syntax-invalid-literal-string = строка не закрыта кавычкой или содержит недопустимый знак
syntax-invalid-multi-line-basic-string = текст в тройных кавычках не закрыт или содержит недопустимый знак
syntax-invalid-multi-line-literal-string = текст в тройных кавычках не закрыт или содержит недопустимый знак
syntax-invalid-comment-character = управляющий символ в комментарии
syntax-invalid-inline-table-element = такое не может стоять в фигурных скобках
syntax-invalid-key-value-pair = это не `ключ = значение`
syntax-invalid-unquoted-key = ключ не из латинских букв, цифр, _ и - пишется в кавычках
syntax-invalid-value = это не значение
syntax-key-with-no-value = ключ без знака «=» и значения
syntax-keys-cannot-be-multi-line-basic-strings = ключ пишется в одну строку
syntax-keys-cannot-be-multi-line-literal-strings = ключ пишется в одну строку
syntax-missing-array-opening = «]» без «[»
syntax-missing-assignment-between-key-value-pairs = не хватает знака «=»
syntax-missing-comma-between-array-elements = в списке не хватает запятой
syntax-missing-comma-between-key-value-pairs = в фигурных скобках не хватает запятой
syntax-missing-comment-start = перед комментарием не хватает «#»
syntax-missing-escaped-value = после обратной косой черты ничего нет
syntax-missing-inline-table-opening = «{"}"}» без «{"{"}»
syntax-missing-key-for-inline-table-element = значение без ключа
syntax-missing-opening-quote = нет открывающей кавычки
syntax-missing-closing-quote = нет закрывающей кавычки
syntax-missing-table-open = «]» без «[»
syntax-missing-value-for-key = после знака «=» ничего нет
syntax-missing-value = не хватает значения
syntax-radix-must-be-lowercase = 0x, 0o и 0b пишутся строчными
syntax-redundant-integer-number-prefix = у числа две приставки
syntax-redundant-numeric-sign = у числа два знака
syntax-string-values-must-be-quoted = текст пишется в двойных кавычках
syntax-too-few-unicode-value-digits = после \u не хватает цифр
syntax-unclosed-array-table = не хватает «]]»
syntax-unclosed-array = не хватает «]»
syntax-unclosed-inline-table = не хватает закрывающей фигурной скобки
syntax-unclosed-table = не хватает «]»
syntax-unexpected-in-array = знак «=» стоит в списке
syntax-unexpected-content-between-comment-and-newline = здесь такого быть не может
syntax-unexpected-content = здесь такого быть не может
syntax-unexpected-key-or-value = здесь такого быть не может: каждое поле пишется с новой строки
syntax-unexpected-leading-zero = число начинается с нуля
syntax-unexpected-sign = знак здесь стоять не может
syntax-unquoted-keys-cannot-be-empty = не хватает ключа
