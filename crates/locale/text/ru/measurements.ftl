# Что импорт значений говорит о файле.
measurements-none-named = Ни одна строка не относится к показателям отдела. Укажите столбец с названиями показателей или как они называются в файле.
measurements-no-periods = Ни один столбец не озаглавлен датой или периодом. Выберите другой вид таблицы или озаглавьте столбцы так: «март 2026».
measurements-no-year = В файле месяцы без года. Укажите, за какой они год.
measurements-no-column = Не указано, в каком столбце даты, показатели или значения. Выберите его.
measurements-in-head = заголовок, «{ $column }»: { $problem }
measurements-not-a-date = «{ $value }» не читается как дата или период
measurements-month-alone = «{ $value }» — месяц без года: укажите год
measurements-no-name = в строке есть значение, но не назван показатель
measurements-near = показателя «{ $value }» нет; возможно, имелся в виду «{ $near }»
measurements-other-unit = «{ $value }» — не в той единице, что показатель
measurements-note-above = { $n ->
    [one] Над заголовком пропущена { $n } строка.
    [few] Над заголовком пропущено { $n } строки.
   *[many] Над заголовком пропущено { $n } строк.
 }
measurements-note-totals = { $n ->
    [one] Итоговая строка не взята: { $rows }.
   *[other] Итоговые строки не взяты: { $rows }.
 }
measurements-note-units = В строке { $row } единицы измерения, а не значения; она не взята.
measurements-note-columns = Столбцы, которые не являются периодами, не взяты: { $names }.
measurements-note-days = { $n ->
    [one] Строка без даты получила дату выше, как при объединённых ячейках: { $rows }.
   *[other] Строки без даты получили дату выше, как при объединённых ячейках: { $rows }.
 }
measurements-note-names = { $n ->
    [one] Строка без показателя получила показатель выше, как при объединённых ячейках: { $rows }.
   *[other] Строки без показателя получили показатель выше, как при объединённых ячейках: { $rows }.
 }
measurements-note-unknown = Показателя «{ $name }» в отделе нет, строки не взяты ({ $n }).
measurements-note-settled = Значения отнесены к последнему дню периода своего показателя.
measurements-note-shares = Все значения показателя «{ $kpi }» лежат между 0 и 1, а показатель — в процентах. Если это доли единицы, отметьте это: 0,125 станет 12,5 %.
measurements-note-multiplied = В заголовке «{ $column }» — тысячи или миллионы, а в единице показателя их нет. Значения взяты как есть.
measurements-note-more = { $rows } и ещё { $n }

# Импорты, которые сами забирают файл, и ручной ввод.
measurements-entered-by = ввод вручную: { $name }
measurements-pull-refused = Ничего не сохранено, не читается ячеек: { $n }. Первая — { $first }
measurements-pull-too-large = файл больше { $n } МБ
measurements-pull-timeout = за минуту файл не получен
measurements-url-wrong = С адреса «{ $address }» файл не забрать: адрес начинается с https:// или http://.
measurements-url-private = { $host } — на этой машине или в её сети. Сначала администратор должен назвать его в разделе «Оповещения».
measurements-note-more-unknown = Ещё названий, которых в отделе нет, не взято: { $n }.

# Страницы, на которых вводятся значения.
measurements-import = Импорт значений
measurements-about = Значения показателей из таблицы: строка на дату, строка на значение или периоды по столбцам. Видно, за что принят каждый столбец и что не читается; исправить можно здесь же, и только потом всё сохраняется — разом.
measurements-file-help = CSV, XLSX, ODS или Parquet, не больше { $n } МБ. Заголовки отчёта, итоги и объединённые ячейки не мешают.
measurements-as = Столбцы
measurements-guess = определить по файлу
measurements-next = Дальше: проверить
measurements-other = Другие способы
measurements-enter = Ввести значения
measurements-enter-about = ввести руками то, чему подошёл срок
measurements-imports = Именованные импорты
measurements-imports-about = запомненные столбцы и файлы, которые забираются по адресу
measurements-api-about = программа присылает значения по ключу
measurements-instead = Для значений показателей есть отдельная страница —
measurements-done = Сохранено. Новых: { $added }. Изменённых, сохранённых новой редакцией: { $revised }. Уже известных: { $unchanged }.
measurements-form = Вид таблицы
measurements-form-wide = строка на дату, столбец на показатель
measurements-form-long = строка на значение
measurements-form-across = строка на показатель, периоды по столбцам
measurements-date = Даты
measurements-name = Показатели
measurements-value = Значения
measurements-aggregate = Несколько строк за период
measurements-aggregate-none = считать ошибкой
measurements-year = Год для месяцев без года
measurements-shares = Проценты записаны долями единицы (0,125 — это 12,5 %)
measurements-unknown = Что в файле называется иначе
measurements-in-file = В файле
measurements-rows = Строк
measurements-look = Проверить ещё раз
measurements-mends = Что не читается
measurements-mends-about = Впишите верное или «—», если значения нет, и проверьте ещё раз. Сам файл не меняется.
measurements-errors = { $n ->
    [one] { $n } ячейка
    [few] { $n } ячейки
   *[many] { $n } ячеек
 }
measurements-all-mended = всё исправлено
measurements-where = Где
measurements-wrong = Что не так
measurements-right = Как верно
measurements-skip = Строка
measurements-skip-row = не брать
measurements-place = строка { $row }, «{ $column }»
measurements-place-head = заголовок «{ $column }»
measurements-row = строка { $row }
measurements-mended = исправлено; в файле: «{ $was }»
measurements-kept = Что будет сохранено
measurements-total = { $n ->
    [one] { $n } значение.
    [few] { $n } значения.
   *[many] { $n } значений.
 }
measurements-empty = Пустых ячеек: { $n }.
measurements-nothing = Пока не прочитано ни одного значения. Укажите выше, что в каком столбце.
measurements-count = Значений
measurements-span = За период
measurements-last = Последнее
measurements-new = новых: { $n }
measurements-changed = изменится: { $n }
measurements-known = уже известно
measurements-leave = { $n ->
    [one] Не брать { $n } ячейку, которая не читается
    [few] Не брать { $n } ячейки, которые не читаются
   *[many] Не брать { $n } ячеек, которые не читаются
 }
measurements-refused = Ничего не сохранено: не читается ячеек — { $n }. Исправьте их ниже или откажитесь от них.
measurements-remember = Запомнить столбцы под именем (можно не заполнять)
measurements-apply = Сохранить значения
measurements-imports-lead = Столбцы, запомненные под именем. Импорт с адресом забирает файл сам.
measurements-imports-none = Пока ничего не запомнено. При импорте значений столбцам можно дать имя.
measurements-failed = не удалось
measurements-url = Адрес файла
measurements-url-help = CSV, XLSX, ODS или Parquet; файл забирает этот сервер. Для файлов, которые присылают, оставьте пустым.
measurements-every = Забирать
measurements-every-none = только по команде
measurements-every-hour = каждый час
measurements-every-day = каждый день
measurements-every-week = каждую неделю
measurements-every-month = каждые тридцать дней
measurements-partial = Нечитаемые ячейки пропускать; иначе при них не сохраняется ничего
measurements-pull-now = Забрать сейчас
measurements-drop = Забыть
measurements-left = Не взято ячеек: { $n }.
measurements-enter-lead = Значение за только что закончившийся период и за предыдущий. Изменённое сохраняется рядом с прежним.
measurements-entered = Сохранено. Новых: { $added }. Изменённых: { $revised }.
measurements-enter-wrong = Пока ничего не сохранено: не читается значений — { $n }. Всё введённое осталось ниже.
measurements-enter-none = Ничего не изменено.
measurements-enter-emptied = Известное значение здесь не удаляется: впишите верное.
measurements-due = { $n ->
    [one] ждёт значения { $n } показатель
    [few] ждут значений { $n } показателя
   *[many] ждут значений { $n } показателей
 }
measurements-none-due = все значения введены
measurements-all = показать все показатели
measurements-only-due = показать только ожидающие
measurements-before = Предыдущий период
measurements-ended = Закончившийся период
measurements-is-known = известно
measurements-own = ваш показатель
measurements-rest = Ещё { $n } появятся, когда будут введены эти.
measurements-enter-apply = Сохранить
measurements-week = неделя по { $date }
measurements-quarter = { $n } кв. { $year }

# Командная строка.
measurements-cli-form = Вид таблицы: строка на дату, строка на значение или периоды по столбцам; без ключа определяется по файлу
measurements-cli-kpi = Показатель и столбец его значений (а если показатели в строках — как он там назван); можно повторять
measurements-cli-name = Столбец с названиями показателей
measurements-cli-value = Столбец со значениями
measurements-cli-as = Читать столбцы так, как они запомнены под этим именем
measurements-cli-remember = Запомнить столбцы под этим именем
measurements-cli-shares = Проценты записаны долями единицы
measurements-cli-imports = Какие импорты названы
measurements-cli-no-name = Импорта «{ $name }» нет. Какие есть, покажет `reper kpi imports`.
measurements-cli-not-kept = Столбцы не запомнены под именем «{ $name }»: в имени от 1 до 60 знаков, а имён не больше 100.
measurements-cli-none = Именованных импортов пока нет: reper kpi import ФАЙЛ --remember ИМЯ.
measurements-cli-sheet = Лист книги; без ключа — первый видимый
measurements-sheet = Лист
measurements-sheet-first = первый видимый
