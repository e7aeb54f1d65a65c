# Страницы.
web-menu = Меню
web-skip = К содержанию страницы
web-language = Язык
web-theme = Оформление
web-theme-auto = Как в системе
web-theme-light = Светлое
web-theme-dark = Тёмное
web-draft = черновик
web-revision = редакция { $revision } от { $date }
web-revision-undated = редакция { $revision }
web-synthetic = Показания синтетические: это демонстрация.
web-no-tabler = Стили Tabler не загружены, страницы обходятся без них. Если установлен Node, их принесёт команда

web-overview = Обзор
web-situation = Ситуация
web-objectives = Цели
web-strategy = Стратегия
web-tactics = Тактика
web-actions = Мероприятия
web-control = Контроль
web-scorecard = ССП
web-processes = Процессы
web-handoffs = Передачи
web-people = Люди
web-listening = Слушание
web-kpis = Показатели
web-findings = Замечания
web-documents = Документы
web-rules = Правила

web-where = Где мы сейчас?
web-where-empty = Конечных KPI пока нет: они говорят, чего и к какому дню нужно достичь.
web-all-kpis = все показатели
web-state-note = Состояние — сравнение последнего показания с путём к цели.
web-target = цель
web-by = до { $date }
web-next = Что дальше?
web-next-empty = Реперных точек впереди нет. По ним сверяются на пути к конечному KPI, и на случай промаха у каждой готова корректива.
web-instead = вместо
web-no-correction = Корректива не подготовлена.
web-more-missed = { $n ->
    [one] Ещё { $n } реперная точка не достигнута
    [few] Ещё { $n } реперные точки не достигнуты
   *[many] Ещё { $n } реперных точек не достигнуто
 }
web-unsound = Что не обосновано?
web-owes = За кем что на этой неделе?
web-owes-none = До воскресенья сроков нет.
web-was-due = срок был { $date }
web-owed-action = мероприятие
web-owed-correction = корректива
web-owed-reading = показание
web-nobody = Ответственный не назван
web-more = и ещё { $n }
web-empty = У отдела пока нет текста. Начните с того, чего хочет бизнес: каждая цель заимствуется из стратегии самой компании.

web-kpis-terminal = Конечные KPI
web-kpis-checkpoint = Реперные KPI
web-kpis-measure = Показатели ССП
web-kpis-none = Показатели без вида
web-kpis-empty = KPI бывает конечным — его достигают в итоге — или реперным: по нему сверяются в пути. Пока не описан ни один; начните так:
web-course = Динамика
web-stale = данные устарели
web-serves = Ведёт к
web-better = Направление
web-rhythm = Снимается
web-tolerance = Допуск
web-definition = Определение
web-targets = Цели и показания
web-measurements = Измерения
web-measurements-empty = Измерений пока нет. Их загружает из таблицы команда:
web-row = строка { $row }
web-synthetic-mark = синтетическое
web-chart-target = цель
web-chart-tolerance = допуск
web-chart-today = сегодня
web-chart-empty = измерений пока нет

web-filter = Файлы
web-all-files = Все файлы
web-findings-none = Исправлять нечего: оба документа обоснованы.
web-no-findings = замечаний нет
pager = Часть { $part } из { $of }
web-left-out = { $n ->
    [one] Ещё { $n } замечание не показано; выберите файл.
    [few] Ещё { $n } замечания не показаны; выберите файл.
   *[many] Ещё { $n } замечаний не показано; выберите файл.
 }
web-count-error = { $n ->
    [one] { $n } ошибка
    [few] { $n } ошибки
   *[many] { $n } ошибок
 }
web-count-warning = { $n ->
    [one] { $n } предупреждение
    [few] { $n } предупреждения
   *[many] { $n } предупреждений
 }
web-count-advice = { $n ->
    [one] { $n } совет
    [few] { $n } совета
   *[many] { $n } советов
 }
web-why = Почему это важно
web-mend = Как исправить
web-example-bad = Вызывает замечание
web-example-good = Правильно
web-found-here = Найдено в этом отделе
web-rules-about = Что проверяется в документах — в порядке метода.
web-rule-off = не проверяется
web-family-tx = Тексты
web-family-bg = Цели бизнеса
web-family-si = Ситуация
web-family-ob = Цели и задачи
web-family-st = Стратегия
web-family-ta = Тактика
web-family-ac = Мероприятия
web-family-co = Контроль и коррективы
web-family-sc = Система сбалансированных показателей
web-family-pr = Процессы и передачи
web-family-cs = Компетенции и софт
web-family-li = Слушание

web-document-sostac = Внешний документ: SOSTAC
web-document-sostac-about = Что отдел делает в цифровом пространстве и зачем: от анализа ситуации до контроля и корректив.
web-document-scorecard = Внутренний документ: ССП
web-document-scorecard-about = На чём держится отдел: финансы, клиентские процессы, внутренние бизнес-процессы, компетенции и софт.
web-download = Скачать
web-read = Читать здесь
web-text = Текст
web-not-approvable = Пока в документе есть ошибки, утвердить его нельзя:
web-files = Файлы
web-file-place = Исправьте текст в любом редакторе: страница показывает его таким, каким он сохранён.
web-file-absent = Этого файла пока нет. Его место:

web-not-found = Такой страницы нет
web-not-found-mend = Возможно, в адресе опечатка или то, что он называл, в текстах переименовано.
web-wrong-request = Запрос не понят
web-wrong-request-mend = Вернитесь и выберите ещё раз.
web-unreadable = Отдел не читается
web-fault = Сбой на нашей стороне
web-fault-mend = Ваши данные целы. Попробуйте ещё раз; если не получится, сообщите номер тому, кто обслуживает Reper.
web-fault-id = Номер сбоя:
web-way-back = Вернуться к обзору
