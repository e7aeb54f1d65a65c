# Командная строка.
cli-about = Reper — рабочая система внутреннего SMM-отдела
cli-usage = Вызов:
cli-usage-options = ключи
cli-usage-command = команда
cli-commands = Команды:
cli-arguments = Аргументы:
cli-options = Ключи:
cli-help = Эта справка
cli-version = Версия
cli-lang = Язык сообщений: ru или en
cli-today = День, на который проверять и читать показатели, вместо сегодняшнего
cli-demo = Открыть демонстрационный отдел на этой машине
cli-demo-dir = Папка для текстов и показателей демонстрации [reper-demo]
cli-listen = Адрес сервера [127.0.0.1:7373]
cli-init = Начать отдел в папке
cli-init-dir = Папка
cli-init-demo = Заполнить демонстрационным отделом, на русском или английском
cli-check = Проверить тексты отдела
cli-check-path = Папка отдела [текущая]
cli-format = Вид вывода: human — для людей, остальные — для машин
cli-strict = Считать провалом и предупреждения
cli-mend = Внести исправления, не требующие раздумий
cli-watch = Проверять заново при каждом изменении файлов
cli-explain = Объяснить правило; без кода — все правила
cli-explain-code = Код правила, например OB01
cli-render = Напечатать оба документа
cli-out = Папка для документов [текущая]
cli-render-format = Форматы: pdf, docx, html — документов; xlsx, csv, ics, json — отдела в целом [pdf]
cli-render-lang = Языки документов: ru, en [язык отдела]
cli-kpi = Загрузить и прочитать показатели
cli-kpi-import = Взять значения из файла CSV, XLSX, ODS или Parquet
cli-kpi-file = Файл
cli-kpi-date = Столбец с датами
cli-into = Папка отдела [текущая]
cli-kpi-year = В столбце дат стоят месяцы этого года
cli-kpi-aggregate = Как из нескольких строк одного периода сделать одно значение
cli-kpi-partial = Сохранить прочитанные строки, хотя другие не читаются
cli-kpi-dry-run = Показать, что будет сохранено, и ничего не сохранять
cli-kpi-status = Состояние каждого показателя
cli-serve = Открыть страницы отдела
cli-serve-data = Папка отдела [текущая]

check-summary = { $elements ->
    [one] Проверен { $elements } элемент
    [few] Проверено { $elements } элемента
   *[many] Проверено { $elements } элементов
 }: { $errors ->
    [one] { $errors } ошибка
    [few] { $errors } ошибки
   *[many] { $errors } ошибок
 }, { $warnings ->
    [one] { $warnings } предупреждение
    [few] { $warnings } предупреждения
   *[many] { $warnings } предупреждений
 }, { $advice ->
    [one] { $advice } совет
    [few] { $advice } совета
   *[many] { $advice } советов
 }.
check-mended = Внесено исправлений: { $count }.
check-watching = Слежу за { $path }; остановить — Ctrl-C.

explain-bad = Так — замечание:
explain-good = Так — всё в порядке:
explain-catalogue =
    # Правила

    Reper проверяет отдел по правилам; сейчас их { $count }. Эту страницу печатает `reper explain`; сами правила лежат в `crates/department/src/rules`, по файлу на правило, и примеры ниже — их тесты.
explain-unknown = Правила { $code } нет. Есть: { $known }.

init-done = Отдел создан в папке { $path }. Дальше: reper check { $path }
init-department = department.toml: организация, люди и то, с чем они работают.
init-business = business.toml: цели из стратегии самой компании. Их только заимствуют, здесь их не ставят.
init-sostac = sostac.toml: внешний документ. Ситуация, цели, стратегия, тактика, план действий, контроль.
init-scorecard = scorecard.toml: внутренний документ. Четыре ракурса, их цели и инициативы; процессы.
init-listening = listening.toml: где отдел слушает, что именно и кто с этим работает дальше.

render-errors = { $errors ->
    [one] Найдена { $errors } ошибка
    [few] Найдены { $errors } ошибки
   *[many] Найдено { $errors } ошибок
 }: смотрите приложение. Документ с ошибками утвердить нельзя.

kpi-imported = Новых: { $added }. Изменённых, сохранённых новой редакцией: { $revised }. Уже известных: { $unchanged }.
kpi-dry-run = Ничего не сохранено. Будет взято значений: { $values }; не читается: { $errors }.
kpi-refused = Ничего не сохранено: не читается ячеек — { $errors }. Исправьте их или сохраните прочитанное (значений — { $values }) ключом --partial.
kpi-aggregate-hint = На один период приходится несколько строк: как сделать из них одно значение, скажет ключ --aggregate, например --aggregate mean.

demo-folder = Демонстрационный отдел хранится в папке { $path }: всё, что вы измените на страницах, останется там. Показания синтетические, день демонстрации — { $day }.
serve-address = «{ $address }» — не адрес. Адрес пишется так: 127.0.0.1:7373.
serve-taken = не удалось занять адрес { $address }
serve-stop = Остановить — Ctrl-C.

error-no-path = По пути { $path } ничего нет.
error-no-department = В папке { $path } нет отдела. Начать его: `reper init { $path }`.
error-occupied = В папке { $path } уже есть отдел; ничего не записано.
error-file = { $path }: { $reason }.
error-too-much = В папке { $path } больше файлов, чем бывает у отдела. Та ли это папка?
error-no-pdf = эта сборка не умеет печатать PDF
io-not-found = такого файла нет
io-denied = нет доступа
io-full = на диске нет места
fault = Сбой, в котором вы не виноваты: { $cause }

misuse-value = «{ $value }» не подходит для { $argument }. Возможно: { $known }.
misuse-unreadable = «{ $value }» не читается как { $argument }.
misuse-argument = Аргумента { $argument } нет{ $hint }.
misuse-command = Команды { $command } нет{ $hint }.
misuse-missing = Не указано: { $argument }.
misuse-twice = { $argument } здесь не к месту или указано дважды.
misuse-help = Подробнее — с ключом --help.

store-no-database = { $path } — не база данных. Уберите этот файл, и Reper создаст новую.
store-foreign = Базу { $path } создала другая программа. Уберите её, и Reper создаст свою.
store-newer = Базу создала более новая версия Reper (схема { $found }, эта версия знает схемы до { $known }). Установите ту версию.
store-not-finite = Значение { $kpi } за { $date } — не конечное число; ничего не сохранено.
store-cannot-open = Не удалось открыть { $path }: { $cause }.
store-broken = Сохранённое повреждено: { $what }. Восстановите данные из резервной копии: reper restore ФАЙЛ --replace.
store-failed = Показания недоступны: { $cause }.
error-no-revision = Редакции { $number } нет. Какие есть — на странице редакций.
error-interrupted = Работа прервана: { $cause }. Попробуйте ещё раз.
