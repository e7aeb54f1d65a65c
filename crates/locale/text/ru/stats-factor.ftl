# Факторные модели: команда и параметры.
stats-factor = что стоит за несколькими столбцами: компоненты, факторы, надёжность шкалы
stats-opt-factors = сколько факторов; auto — по параллельному анализу и MAP
stats-opt-rotate = вращение; auto — облимин для факторов, без вращения для компонент
stats-opt-kaiser = нормализация Кайзера; auto — как в R: только при варимаксе и промаксе
stats-opt-power = степень промакса
stats-opt-gamma = γ облимина; 0 — квартимин
stats-opt-delta = δ геомина
stats-opt-scores = как оцениваются значения факторов
stats-opt-input = что в файле: строки данных или матрица корреляций (ковариаций)
stats-opt-rows = для матрицы: по скольким строкам она посчитана
stats-opt-simulations = случайных таблиц в параллельном анализе
stats-method-ml = максимальное правдоподобие
stats-method-minres = минимальные остатки (minres, невзвешенный МНК)
stats-method-pa = главные оси
stats-method-gls = обобщённый МНК
stats-method-pca = главные компоненты
stats-method-number = сколько факторов
stats-method-reliability = надёжность шкалы
stats-rotate-auto = по методу
stats-rotate-none = без вращения
stats-rotate-varimax = варимакс (ортогональное)
stats-rotate-quartimax = квартимакс (ортогональное)
stats-rotate-equamax = эквамакс (ортогональное)
stats-rotate-geominT = геомин (ортогональное)
stats-rotate-bentlerT = критерий Бентлера (ортогональное)
stats-rotate-infomaxT = инфомакс (ортогональное)
stats-rotate-entropy = минимальная энтропия (ортогональное)
stats-rotate-promax = промакс, как в factanal и stats::promax
stats-rotate-promax-psych = промакс, как в psych (по нормированным строкам)
stats-rotate-oblimin = облимин (косоугольное)
stats-rotate-quartimin = квартимин (косоугольное)
stats-rotate-geominQ = геомин (косоугольное)
stats-rotate-bentlerQ = критерий Бентлера (косоугольное)
stats-rotate-infomaxQ = инфомакс (косоугольное)
stats-rotate-oblimax = облимакс (косоугольное)
stats-rotate-simplimax = симплимакс (косоугольное)
stats-kaiser-auto = как в R
stats-kaiser-on = с нормализацией
stats-kaiser-off = без нормализации
stats-scores-regression = регрессионные (Тёрстоун)
stats-scores-bartlett = по Бартлетту
stats-scores-tenberge = по тен Берге
stats-input-data = строки данных
stats-input-matrix = матрица

# Заголовки.
stats-factor-title = { $factors ->
    [one] { $factors } фактор
    [few] { $factors } фактора
   *[other] { $factors } факторов
 } за столбцами { $file } (столбцов: { $columns })
stats-factor-pca-title = Главные компоненты { $file } (столбцов: { $columns })
stats-factor-number-title = Сколько факторов стоит за столбцами { $file } (столбцов: { $columns })
stats-factor-scale-title = Столбцы { $file } как одна шкала (столбцов: { $columns })

# Сведения.
stats-factor-fact-method = Выделение
stats-factor-fact-rotation = Вращение
stats-factor-fact-scores = Значения факторов
stats-factor-fact-rows = Строки
stats-factor-fact-basis = Столбцы
stats-factor-fact-sign = Знак
stats-factor-with-kaiser = с нормализацией Кайзера
stats-factor-without-kaiser = без нормализации Кайзера
stats-factor-rows-given = { $n }, как указано; даны корреляции
stats-factor-rows-unknown = неизвестно: даны корреляции (укажите --rows)
stats-factor-rows-whole = { $n }, без пропусков
stats-factor-rows-listwise = { $n }; исключено с пропусками: { $dropped }
stats-factor-rows-pairwise = { $n } в самой неполной паре; с пропусками: { $dropped }
stats-factor-standardised = стандартизованы: вес у всех одинаков
stats-factor-as-they-are = как есть: больший разброс весит больше
stats-factor-sign = наибольший вес каждой компоненты положителен

# Таблицы.
stats-factor-head-item = пункт
stats-factor-head-factor = фактор
stats-factor-head-loading = нагрузка
stats-factor-head-row = строка
stats-factor-head-communality = h²
stats-factor-head-complexity = сложность
stats-factor-head-shown = показано
stats-factor-head-ss = сумма квадратов
stats-factor-head-share = доля дисперсии
stats-factor-head-cumulative = накоплено
stats-factor-head-determinacy = R² значений
stats-factor-head-residual = остаток
stats-factor-head-rule = правило
stats-factor-head-factors = факторов
stats-factor-head-component = компонента
stats-factor-head-variance = дисперсия
stats-factor-head-stick = сломанная трость
stats-factor-head-reversed = обратный
stats-factor-head-rest = r с остальными
stats-factor-head-corrected = r исправленная
stats-factor-head-alpha-drop = α без него
stats-factor-loadings = Нагрузки
stats-factor-loadings-note = Нагрузки меньше { $cut } не показаны; пункт стоит у того фактора, который нагружает сильнее всего.
stats-factor-scores = Значения факторов
stats-factor-factors = Факторы
stats-factor-determinacy-note = R² значений: насколько столбцы определяют фактор; ниже 0,7 отдельные строки по его значениям сравнивать нельзя.
stats-factor-phi = Корреляции факторов
stats-factor-residuals = Остаточные корреляции
stats-factor-rules = Сколько факторов — по правилам
stats-factor-rules-note = Больше всего доверия параллельному анализу и MAP; правило Кайзера завышает число.
stats-factor-rule-parallel-factors = параллельный анализ, факторы
stats-factor-rule-parallel-components = параллельный анализ, компоненты
stats-factor-rule-map = минимальная средняя частная корреляция (Велисер)
stats-factor-rule-kaiser = собственные числа больше 1 (Кайзер)
stats-factor-rule-acceleration = самый резкий излом каменистой осыпи
stats-factor-rule-vss1 = очень простая структура, одна нагрузка
stats-factor-rule-vss2 = очень простая структура, две нагрузки
stats-factor-eigenvalues = Собственные числа
stats-factor-adequacy = Годятся ли столбцы для факторов
stats-factor-adequacy-items = Пригодность каждого столбца
stats-factor-items = Пункты
stats-factor-reliability = Надёжность
stats-factor-glance = Согласие модели
stats-factor-glance-n = строк
stats-factor-glance-factors = факторов
stats-factor-glance-components = компонент
stats-factor-glance-verdict = на сколько факторов опираться
stats-factor-glance-variance = объяснено дисперсии
stats-factor-glance-statistic = χ² (с поправкой Бартлетта)
stats-factor-glance-df = степеней свободы
stats-factor-glance-rmsea = RMSEA (psych)
stats-factor-glance-rmsea-low = RMSEA, 90 % от
stats-factor-glance-rmsea-high = RMSEA, 90 % до
stats-factor-glance-steiger = RMSEA (Стайгер)
stats-factor-glance-rmsr = RMSR
stats-factor-glance-empirical = χ² по остаткам
stats-factor-glance-objective = целевая функция
stats-factor-glance-share = воспроизведённая доля r²
stats-factor-glance-bartlett = χ² сферичности Бартлетта
stats-factor-glance-bartlett-p = его p
stats-factor-alpha = α Кронбаха
stats-factor-low = от
stats-factor-high = до
stats-factor-se = ст. ошибка
stats-factor-alpha-std = α стандартизованных пунктов
stats-factor-omega-total = ω общая
stats-factor-omega-h = ω иерархическая
stats-factor-ecv = доля общего фактора в общей дисперсии
stats-factor-lambda4 = лучшие половины (λ₄)
stats-factor-split = половины в среднем
stats-factor-beta = худшие половины (β)
stats-factor-average = средняя корреляция пунктов

# Что это значит.
stats-factor-says-variance = { $factors ->
    [one] { $factors } фактор объясняет { $share } того, чем различаются строки.
    [few] { $factors } фактора объясняют { $share } того, чем различаются строки.
   *[other] { $factors } факторов объясняют { $share } того, чем различаются строки.
 }
stats-factor-says-items = { $factor } держат { $items }.
stats-factor-says-poles = { $factor } противопоставляет { $items } и { $against }.
stats-factor-says-nothing = { $factor } ни один столбец не держит уверенно: имени он не заслужил.
stats-factor-says-pair = { $a } и { $b } (r = { $r })
stats-factor-says-related = Связанные факторы: { $pairs }.
stats-factor-says-close = Модель воспроизводит корреляции точно (RMSEA { $rmsea }, TLI { $tli }).
stats-factor-says-fair = Модель воспроизводит корреляции приемлемо (RMSEA { $rmsea }, TLI { $tli }).
stats-factor-says-mediocre = Модель воспроизводит корреляции лишь приблизительно (RMSEA { $rmsea }, TLI { $tli }): посмотрите остатки или добавьте фактор.
stats-factor-says-poor = Модель не держится (RMSEA { $rmsea }, TLI { $tli }): столько факторов таких столбцов не дают.
stats-factor-says-components = { $count ->
    [one] { $count } компонента показывает { $share } разброса ({ $columns } столбцов).
    [few] { $count } компоненты показывают { $share } разброса ({ $columns } столбцов).
   *[other] { $count } компонент показывают { $share } разброса ({ $columns } столбцов).
 }
stats-factor-says-number = { $count ->
    [one] Искать стоит { $count } фактор: надёжные правила сходятся.
    [few] Искать стоит { $count } фактора: надёжные правила сходятся.
   *[other] Искать стоит { $count } факторов: надёжные правила сходятся.
 }
stats-factor-says-number-between = { $count ->
    [one] Опираться стоит на { $count } фактор; надёжные правила дают от { $low } до { $high } — сравните эти модели.
    [few] Опираться стоит на { $count } фактора; надёжные правила дают от { $low } до { $high } — сравните эти модели.
   *[other] Опираться стоит на { $count } факторов; надёжные правила дают от { $low } до { $high } — сравните эти модели.
 }
stats-factor-kmo-good = У столбцов много общего (KMO { $kmo }): вопрос о факторах уместен.
stats-factor-kmo-fair = У столбцов есть общее (KMO { $kmo }): факторы искать можно, но чёткими они не будут.
stats-factor-alpha-high = Пункты измеряют одно и то же настолько ровно (α = { $alpha }), что некоторые, возможно, повторяют друг друга.
stats-factor-alpha-good = Пункты складываются в шкалу (α = { $alpha }): их сумма может их заменить.
stats-factor-alpha-fair = Пункты связаны слабо (α = { $alpha }): сравнивать группы можно, отдельных людей — нет.
stats-factor-alpha-low = Одной шкалы из этих пунктов не выходит (α = { $alpha }): не складывайте их.
stats-factor-omega-one = Общее у них — в основном одно (ω иерархическая = { $omega }).
stats-factor-omega-many = Общее у них — не одно (ω иерархическая = { $omega }): части шкалы стоит рассмотреть порознь.

# Предостережения.
stats-factor-few-rows = Строк { $n } на { $columns } столбцов — мало: на другой выборке нагрузки выйдут другими. Нужно хотя бы пять строк на столбец и сто всего.
stats-factor-low-kmo = Общего у столбцов мало (KMO { $kmo }): факторы будут скорее придуманы, чем найдены.
stats-factor-low-kmo-items = Эти столбцы к остальным не относятся (KMO ниже 0,5): { $items }.
stats-factor-spherical = Нельзя исключить, что общего у столбцов нет вовсе (критерий Бартлетта).
stats-factor-heywood = Случай Хейвуда: { $items } — объяснялось бы целиком, и собственная доля удержана на { $bound }. Слишком много факторов, мало строк или два столбца об одном и том же.
stats-factor-smoothed = Такие корреляции не могли получиться из одной таблицы (наименьшее собственное число { $least }), матрица сглажена (собственные числа ниже 1e-12 подняты до 1e-10, как cor.smooth в psych); так бывает при попарных пропусках и при полихорических корреляциях по немногим строкам. К показателям согласия относитесь осторожно.
stats-factor-crossed = Эти столбцы нагружают больше одного фактора и ни одному не принадлежат: { $items }.
stats-factor-apart = Эти столбцы с факторами почти не связаны (h² ниже 0,2): { $items }.
stats-factor-thin = Меньше трёх столбцов держат { $factors }: на других данных такой фактор редко повторяется.
stats-factor-number-parts = Правила о числе факторов расходятся: от { $low } до { $high }. Прежде чем давать имена, посмотрите соседние модели.
stats-factor-saturated = При таком числе факторов проверять нечего. Здесь имеют смысл не больше { $most }.
stats-factor-minima = У критерия вращения найдено минимумов: { $count } (начальных положений: { $starts }); это самый глубокий из них.
stats-factor-lower-minimum = Вращение остановилось там же, где R, но среди найденных минимумов ({ $count }, начальных положений: { $starts }) есть более глубокий: его возьмёт --starts 10.
stats-factor-kaiser-caution = Правило Кайзера показано потому, что на него часто ссылаются, а не потому, что ему стоит следовать.
stats-factor-pca-caution = Компоненты сводят столбцы, но не объясняют их. Что стоит за столбцами, скажут факторы.
stats-factor-scale-caution = Столбцы не стандартизованы: те, что в мелких единицах, не видны.
stats-factor-reversed = Считаются в обратную сторону: { $items }. Проверьте, что вопросы и правда обратные.
stats-factor-better-without = Шкала была бы ровнее без { $items }.
stats-factor-alpha-caution = α растёт с числом пунктов и не доказывает, что они измеряют одно: смотрите ω иерархическую и факторы.

# Модель, продуманная заранее.
stats-method-cfa = подтверждающий: модель из --measurement против данных
stats-opt-measurement = модель подтверждающего анализа: F1 =~ a + b + c; F2 =~ d + e + f
stats-model-shape = ожидается фактор, «=~» и его пункты через «+», а не «{ $found }»
stats-model-twice = этот фактор уже есть: { $found }
stats-model-items = фактору нужны хотя бы два разных пункта: { $found }
stats-factor-model-title = Модель из { $factors ->
    [one] { $factors } фактора
   *[other] { $factors } факторов
 } против данных { $file }
stats-factor-model-method = максимальное правдоподобие, ожидаемая информация, ковариации с делением на n (как lavaan)
stats-factor-head-parameter = параметр
stats-factor-head-op = вид
stats-factor-head-estimate = оценка
stats-factor-head-std = стандартизованная
stats-factor-parameters = Параметры
stats-factor-glance-npar = свободных параметров
stats-factor-glance-loglik = логарифм правдоподобия
stats-factor-model-good = Модель держится (CFI { $cfi }, RMSEA { $rmsea }).
stats-factor-model-fair = Модель держится приемлемо (CFI { $cfi }, RMSEA { $rmsea }); каких-то связей в ней нет.
stats-factor-model-poor = Модель не держится (CFI { $cfi }, RMSEA { $rmsea }): столбцы связаны так, как она не предполагает.
stats-factor-model-saturated = Параметров в модели столько же, сколько данных для них: она согласна с чем угодно и ничего не доказывает.
stats-factor-model-weak = Слабо держатся за свой фактор (ниже 0,4): { $items }.
stats-factor-model-negative = Собственная дисперсия вышла отрицательной, чего быть не может: { $items }. Модель им не подходит.
stats-factor-model-caution = Если модель держится, это не значит, что она верна: могут держаться и другие. Модель, исправленную по данным, проверяют на новых.

# Рисунки.
stats-factor-picture-scree = Собственные числа рядом со случайными
stats-factor-picture-loadings = Нагрузки по факторам
stats-factor-picture-map = Столбцы на первых двух факторах
stats-factor-picture-biplot = Строки и столбцы на первых двух компонентах
stats-factor-axis-number = Фактор
stats-factor-axis-eigenvalue = Собственное число
stats-factor-word-observed = в данных
stats-factor-word-chance = случайные данные, 95-й процентиль
stats-factor-word-kaiser = собственное число 1
stats-factor-word-communality = общность

# По каким корреляциям.
stats-opt-correlation = с каких корреляций начинает модель: самих чисел, их рангов или того, что стоит за ответами по шкале
stats-correlation-pearson = Пирсона
stats-correlation-spearman = Спирмена: по рангам
stats-correlation-polychoric = полихорические: того, что стоит за ступенями шкалы
stats-factor-fact-correlation = Корреляции
stats-factor-no-scores = не считаются: веса относятся не к самим столбцам
stats-factor-filled = В этих парах какие-то сочетания ответов не встречаются ни разу, и корреляция вышла бы ±1; в пустые ячейки добавлено по половине строки (correct в psych): { $pairs }. Объедините редкие ответы.
stats-factor-unlikely = Пары, за ответами в которых едва ли стоят две нормальные величины (p < 0,05 с поправкой Холма): { $count } из { $all } — { $pairs }. Их полихорическим корреляциям доверять нельзя.
stats-factor-fit-spearman = χ², его p, RMSEA и её интервал выведены для корреляций Пирсона нормальных величин: для рангов это ориентир, а не критерий.
stats-factor-fit-polychoric = χ², его p, RMSEA и её интервал выведены для корреляций Пирсона нормальных величин: при полихорических χ² завышен, и всё это ориентир, а не критерий. Смотрите на остаточные корреляции.
stats-factor-chance-polychoric = Случайные данные разыграны как нормальные величины с корреляциями Пирсона. Полихорические случайно колеблются сильнее, поэтому параллельный анализ может советовать слишком много факторов.
stats-factor-ordinal = Это надёжность того, что стоит за ответами (порядковая α, Zumbo и др., 2007), а не суммы самих ответов: у неё она ниже.
stats-factor-ranked = Это надёжность рангов, а не суммы самих ответов.
