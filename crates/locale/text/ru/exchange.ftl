# Выгрузка в файлы и загрузка из них.

exchange-sheet-about = Отдел в целом
exchange-sheet-targets = Цели по KPI
exchange-sheet-figures = Показания KPI
exchange-col-id = id
exchange-col-table = Таблица
exchange-col-field = Поле
exchange-col-value = Значение
exchange-col-kpi = KPI
exchange-col-kpi-id = KPI, id
exchange-col-unit = Единица
exchange-col-date = Дата
exchange-col-target = Цель
exchange-col-reading = Показание
exchange-col-file = Файл
exchange-col-row = Строка
exchange-col-synthetic = Синтетическое
exchange-col-imported = Загружено

exchange-event-action = Мероприятие
exchange-event-checkpoint = Реперная точка
exchange-event-terminal = Конечный KPI

exchange-error-row = строка { $row }: { $problem }
exchange-error-cell = строка { $row }, «{ $column }»: { $problem }
exchange-not-number = «{ $value }» не читается как число
exchange-not-date = «{ $value }» не читается как дата
exchange-not-truth = «{ $value }» — ни «да», ни «нет»
exchange-not-length = «{ $value }» не читается как срок; напишите, например, 30 мин, 4 ч, 2 дня или 1 нед
exchange-not-tolerance = «{ $value }» — не число и не процент
exchange-not-marks = «{ $value }» не читается как цели; напишите, например, 31.03.2026: 60; 30.06.2026: 45
exchange-not-levels = «{ $value }» не читается как компетенции; напишите, например, Регрессия: 4; Слушание: 3
exchange-not-id = «{ $value }» не годится как id: нужны строчные буквы, цифры, «_» и «-», и чтобы он не был занят
exchange-not-word = «{ $value }» не подходит; можно: { $words }
exchange-unknown = «{ $value }» ({ $kind }) в отделе нет
exchange-unknown-near = «{ $value }» ({ $kind }) в отделе нет; возможно, имелось в виду «{ $near }»
exchange-ambiguous = «{ $value }» ({ $kind }) — не один такой; укажите id
exchange-twice = о том же элементе уже говорит строка { $row }
exchange-nameless = у новой строки нет названия
exchange-half = день и значение нужны вместе
exchange-long = слишком длинный текст

export-title = Таблицы, календарь и данные
export-about = Все таблицы отдела книгой или текстом, его сроки календарём, всё целиком для программ — JSON.
exchange-no-docx = Эта сборка Reper не умеет документы Word.
exchange-no-random = Система не дала случайных чисел: { $cause }
audit-what-calendar = адрес календаря

calendar-title = Календарь по подписке
calendar-about = Программа-календарь показывает мероприятия, реперные точки и сроки конечных KPI и сама узнаёт о новых редакциях. Входить под паролем она не умеет, поэтому секрет — сам адрес: кто его знает, тот видит эти сроки.
calendar-once = Адрес показан только сейчас. Скопируйте его в программу-календарь.
calendar-all = Все сроки
calendar-since = Адрес действует с
calendar-make = Создать адрес
calendar-again = Создать новый адрес; прежний перестанет работать
calendar-end = Закрыть адрес

web-import = Загрузка
import-about = Мероприятия, показатели, сотрудники и любая другая таблица — из XLSX, ODS или CSV. Вы указываете, что в каком столбце, и видите, что изменится; лишь после этого всё сохраняется — одной редакцией.
import-file = Файл
import-file-help = XLSX, ODS или CSV, не больше { $n } МБ. В книге читается первый видимый лист.
import-next = Дальше: столбцы
import-from = Таблицы за основу
import-from-about = Таблицы, как они есть сейчас. Поправленные и загруженные снова, они изменят только то, что поправлено.
import-no-file = Сначала выберите файл.
import-gone = Файла здесь уже нет: он хранится полчаса. Отправьте его ещё раз.
import-same = Нового в файле нет; редакция не создана.
import-note = Загрузка: { $file }
import-columns = Что в каком столбце
import-kind = В строках
import-matching = Элемент находится
import-matching-id = по id, без него — по названию
import-matching-name = по названию
import-dates = Даты вида 3/4/2026
import-dates-auto = как видно по столбцу
import-dates-day = сначала день
import-dates-month = сначала месяц
import-mark = Дробная часть
import-mark-auto = как видно по столбцу
import-saved = Запомненные столбцы
import-column = Столбец
import-example = Что в нём
import-is = Это
import-nothing = (пропустить)
import-look = Показать заново
import-preview = Что изменится
import-count-added = новых: { $n }
import-count-changed = изменится: { $n }
import-count-same = без изменений: { $n }
import-count-wrong = с ошибками: { $n }
import-errors = Что не читается
import-more-errors = … и ещё { $n }
import-unknown = Чего в отделе нет
import-unknown-line = { $kind }: «{ $name }» ({ $n ->
    [one] { $n } раз
    [few] { $n } раза
   *[many] { $n } раз
 })
import-nothing-new = В файле то, что уже известно.
import-outcome = Станет
import-element = Элемент
import-changes = Изменения
import-is-added = новый
import-is-changed = изменён
import-is-same = без изменений
import-is-wrong = ошибка
import-more-rows = … и ещё строк: { $n }
import-leave = Строки с ошибками пропустить
import-remember = Запомнить столбцы под именем (можно не заполнять)
import-apply = Сохранить одной редакцией
import-conflict = Пока вы смотрели, кто-то изменил те же элементы; ничего не сохранено. Ниже — что изменится теперь.
