# Исследования: вопросы к данным.
kind-study = исследование
kinds-study = Исследования
    .new = Новое исследование
    .help = Вопрос к данным, заданный названным методом. То, что найдено, — свидетельство: на него ссылаются утверждение, сегмент или реперная точка.
report-studies = Исследования
report-studies-empty = Спросите данные: что связано, что от чего зависит, что за этим стоит, какие бывают виды. На убедительный ответ ссылаются ситуация, сегменты и реперные точки.
init-studies = studies.toml: вопросы к данным, их методы и принятые ответы.
studies-lacks-data = не сказано, каким данным задан вопрос
studies-lacks-method = не сказано, какого рода вопрос

field-study-name = Вопрос
    .help = Так, как вы задали бы его вслух. Метод выбирают под вопрос, а не наоборот.
    .example = От чего зависит число комментариев?
field-study-data = Данные
    .help = Файл из данных отдела или «kpi» — собственные измерения.
    .example = posts.csv
field-study-filter = Какие строки
    .help = Условие; если пусто — все строки.
    .example = type = "video" and year(published) >= 2017
field-study-derive = Вычисляемые столбцы
    .help = Имя, знак равенства, выражение.
    .example = engagement = (likes + comments) / reach
field-study-method = Какого рода вопрос
    .help = Каковы столбцы; связаны ли они; от чего зависит один; что стоит за многими; какие бывают виды; различаются ли группы; что происходит со временем.
field-study-options = Что выбрано
    .help = Параметр метода, знак равенства, значение.
    .example = formula = comments ~ type
field-study-new = Новые строки
    .help = Данные с такими же столбцами, для которых тоже нужен ответ: чего от них ждать, к какому виду они относятся.
    .example = may.csv
field-study-words = Слова аналитика
    .help = Что из этого следует для отдела, а что нет.
    .example = Прямые эфиры начинают разговор, фотографии собирают молчаливые лайки.
field-study-found = Принятый ответ
    .help = Его вписывает Reper, когда аналитик принимает ответ. Если данные его изменят, появится замечание.
    .example = n = 7050; video +310
field-study-date = Принят
    .help = День, когда ответ прочли и приняли.
field-study-owner = Аналитик
    .help = Кто отвечает за метод и его прочтение.
field-study-printed = Печатать с документами
    .help = Вопрос, метод, ответ и рисунок встанут в конце внешней стратегии.
field-statement-study = Исследование
    .help = Исследование, в котором это найдено.
field-segment-study = Исследование
    .help = Исследование, среди кластеров которого этот сегмент.
field-kpi-study = Исследование
    .help = Исследование, из которого видно, зачем за этим следить.

study-method-describe = каковы столбцы?
study-method-correlate = связаны ли они?
study-method-regress = от чего это зависит?
study-method-factor = что за ними стоит?
study-method-cluster = какие бывают виды?
study-method-test = различаются ли группы?
study-method-series = что происходит со временем?

# Страницы.
studies-ask = Спросить данные
studies-ask-do = Спросить
studies-question = Что вы хотите узнать?
studies-none = Пока нет ни одного исследования. Спросите данные и сохраните то, о чём стоило спросить.
studies-not-chosen = не выбрано
studies-files = Данные
studies-files-none = Файлов пока нет. Собственные измерения отдела можно спрашивать и так.
studies-file = Файл
studies-size = Размер
studies-by = Кто принёс
studies-kib = { $n } КиБ
studies-remove = Удалить
studies-bring = Добавить файл
studies-bring-help = CSV, XLSX, ODS, Parquet или JSONL с заголовком, до { $n } МиБ. Файл с тем же именем встанет на место прежнего.
studies-bring-do = Добавить
studies-data-kpi = наши KPI по месяцам
studies-data-kpi-week = наши KPI по неделям
studies-data-kpi-day = наши KPI по дням
studies-facts = Как посчитано
studies-take = Взять с собой или сохранить
studies-keep = Сохранить как исследование
studies-accept = Принять ответ
studies-again = Спросить с другими параметрами
studies-edit = Изменить
studies-now = Ответ сейчас
studies-nothing-to-accept = Принимать нечего: ответа нет.
studies-conflict = Это исследование только что изменил кто-то другой. Откройте его заново.
studies-state-unasked = ещё не спрошено
studies-state-fault = ответа нет
studies-state-open = ответ не принят
studies-state-changed = ответ изменился
studies-state-accepted = принято
