# Какие виды строк есть в данных.
stats-cluster = на какие группы делятся строки

# Параметры.
stats-opt-k = сколько кластеров, или auto
stats-opt-most = до какого числа кластеров пробует auto
stats-opt-scale = приводить ли столбцы к одной мере и как
stats-opt-distance = как измеряется расстояние между строками; auto берёт меру Гауэра, если есть столбцы со словами
stats-opt-linkage = как измеряется расстояние между кластерами (иерархическая кластеризация)
stats-opt-eps = радиус окрестности (DBSCAN); если не задан, подбирается по данным
stats-opt-min-points = сколько строк образуют окрестность, считая саму строку (DBSCAN, HDBSCAN)
stats-opt-model = модель смеси (EII … VVV) или auto
stats-opt-asymmetric = столбцы «да/нет», где сходством считается только общее «да» (мера Гауэра)
stats-opt-starts = число случайных запусков; остаётся лучший
stats-opt-weigh = насколько столбцы весомы в мере Гауэра, например type=2,hour=0.5; остальные — 1
stats-opt-start = откуда начинает k-means: со случайных строк подальше друг от друга или со строк, взятых по файлу равномерно (одинаково в любой программе)
stats-start-random = случайные строки
stats-start-even = строки через равные промежутки
stats-opt-quick = только само деление: без перебора числа кластеров, силуэта и повторных выборок
stats-opt-draws = сколько раз строки выбираются заново, чтобы проверить устойчивость кластеров; 0 — не проверять
stats-method-kmeans = k-средних
stats-method-pam = k-медоидов (PAM)
stats-method-hierarchical = иерархическая кластеризация
stats-method-dbscan = DBSCAN (сгущения, остальное — шум)
stats-method-hdbscan = HDBSCAN (сгущения разной плотности)
stats-method-mixture = гауссова смесь
stats-scale-z = среднее 0, стандартное отклонение 1
stats-scale-robust = медиана 0, медианное абсолютное отклонение 1
stats-scale-range = от 0 до 1
stats-scale-none = как есть
stats-distance-auto = по виду столбцов
stats-distance-euclidean = евклидово
stats-distance-manhattan = манхэттенское (вдоль осей)
stats-distance-gower = мера Гауэра для столбцов разного вида
stats-linkage-ward = Уорда (ward.D2 в R)
stats-linkage-ward-d = пересчёт Уорда по обычным расстояниям (ward.D в R)
stats-linkage-single = ближнего соседа
stats-linkage-complete = дальнего соседа
stats-linkage-average = среднее (UPGMA)
stats-linkage-mcquitty = МакКвитти (WPGMA)
stats-linkage-centroid = центроидное (квадраты расстояний)
stats-linkage-median = медианное (квадраты расстояний)

# Ответ.
stats-cluster-title = { $file }: { $k ->
    [one] { $k } кластер
    [few] { $k } кластера
   *[other] { $k } кластеров
 }
stats-cluster-fact-method = метод
stats-cluster-fact-columns = столбцы
stats-cluster-fact-scale = мера
stats-cluster-fact-distance = расстояние
stats-cluster-fact-weights = веса столбцов
stats-cluster-fact-asymmetric = только общее «да»
stats-cluster-fact-rows = строки
stats-cluster-fact-linkage = связь
stats-cluster-fact-radius = окрестность
stats-cluster-fact-model = модель
stats-cluster-fact-seed = зерно
stats-cluster-rows-used = учтено { $used }, исключено из-за пропусков { $dropped }
stats-cluster-radius = радиус { $radius }, не меньше { $least } строк
stats-cluster-sheet-clusters = Кластеры
stats-cluster-sheet-profiles = Каждый кластер на фоне всех строк
stats-cluster-sheet-columns = Что их разделяет
stats-cluster-sheet-whole = В целом
stats-cluster-sheet-many = Сколько кластеров
stats-cluster-sheet-models = Модели
stats-cluster-sheet-examples = Самая типичная строка каждого кластера
stats-cluster-note-clusters = Средние — в единицах столбцов, суммы квадратов — в общей мере. Устойчивость — среднее сходство Жаккара по повторным выборкам.
stats-cluster-note-profiles = В скобках: на сколько стандартных отклонений всех строк среднее отличается от общего.
stats-cluster-note-columns = η² — доля дисперсии столбца, лежащая между кластерами; V — коэффициент Крамера.
stats-cluster-note-sampled = Посчитано на { $rows } случайных строках (по зерну), gap — на меньшем числе.
stats-cluster-head-cluster = №
stats-cluster-head-name = название
stats-cluster-head-size = строк
stats-cluster-head-share = доля
stats-cluster-head-within = сумма кв. внутри
stats-cluster-head-between = сумма кв. между
stats-cluster-head-total = сумма кв. общая
stats-cluster-head-silhouette = силуэт
stats-cluster-head-stability = устойчивость
stats-cluster-head-standing = оценка
stats-cluster-head-all = все
stats-cluster-head-measure = мера
stats-cluster-head-strength = сила
stats-cluster-head-dropped = исключено
stats-cluster-head-k = кластеров
stats-cluster-head-noise = шум
stats-cluster-head-ch = Калинский — Харабаш
stats-cluster-head-db = Дэвис — Болдин
stats-cluster-head-steps = проходов
stats-cluster-head-agreed = запусков сошлось
stats-cluster-head-objective = среднее расстояние до медоида
stats-cluster-head-agglomerative = агломеративный коэффициент
stats-cluster-head-cophenetic = кофенетическая корреляция
stats-cluster-head-likelihood = логарифм правдоподобия
stats-cluster-head-bic = BIC
stats-cluster-head-icl = ICL
stats-cluster-head-parameters = параметров
stats-cluster-head-gap = gap
stats-cluster-head-gap-error = его ошибка
stats-cluster-head-model = модель
stats-cluster-head-row = строка

# Названия и отличия.
stats-cluster-middling = близкие к среднему
stats-cluster-high = { $column } выше среднего
stats-cluster-low = { $column } ниже среднего
stats-cluster-mostly = { $column }: { $level }
stats-cluster-as-all = Ни в одном столбце заметно не отличается от всех строк
stats-cluster-mean-apart = { $column } { $own } против { $all } в целом ({ $by } ст. откл.)
stats-cluster-share-apart = { $column } «{ $level }» у { $own } против { $all } в целом
stats-cluster-firm = очень устойчив
stats-cluster-stable = устойчив
stats-cluster-doubtful = под сомнением
stats-cluster-dissolved = распадается

# Что это значит.
stats-cluster-one = Все строки — один кластер: данные не дают оснований их делить.
stats-cluster-strong = Строки делятся на хорошо отделённые кластеры: { $k } (средний силуэт { $mean }; ближе к чужому кластеру, чем к своему, — { $share } строк).
stats-cluster-fair = Строки делятся на довольно отчётливые кластеры: { $k } (средний силуэт { $mean }; ближе к чужому кластеру, чем к своему, — { $share } строк).
stats-cluster-weak = Строки можно разделить на кластеры ({ $k }), но границы размыты (средний силуэт { $mean }; ближе к чужому кластеру, чем к своему, — { $share } строк). Это рабочее деление, а не виды, существующие сами по себе.
stats-cluster-none = Строки разделены на части ({ $k }), но те почти не отстоят друг от друга (средний силуэт { $mean }; ближе к чужому кластеру, чем к своему, — { $share } строк).
stats-cluster-each = № { $number }, «{ $name }»: { $size } { $size ->
    [one] строка
    [few] строки
   *[other] строк
 } ({ $share }). { $apart }.
stats-cluster-noise = Ни в один кластер не { $count ->
    [one] вошла { $count } строка
    [few] вошли { $count } строки
   *[other] вошло { $count } строк
 } ({ $share }): они слишком разрежены. Посмотрите их по одной: среди них и ошибки, и редкие удачи.
stats-cluster-drivers = Сильнее всего кластеры разделяют: { $most }.
stats-cluster-drivers-and-not = Сильнее всего кластеры разделяют: { $most }. Почти не участвуют: { $least }.
stats-cluster-all-stable = При повторных выборках строк ({ $draws }) все кластеры появляются снова.
stats-cluster-shaky = При повторных выборках строк ({ $draws }) эти кластеры появляются ненадёжно: { $which }. Опираться на них нельзя.
stats-cluster-bic = По BIC лучше всего модель { $model } с числом облаков { $k }; отрыв от следующей — { $by } (больше 10 — сильный довод, меньше 2 — никакой).
stats-cluster-advice = Сколько кластеров? Силуэт советует { $silhouette }, gap — { $gap } (по правилу Дюдуа — { $dudoit }), Калинский — Харабаш — { $index }, Дэвис — Болдин — { $spread }, излом внутренних сумм — { $elbow }.

# Прежде чем верить.
stats-cluster-no-structure = Возможно, кластеров здесь нет вовсе: { $signs }. Любой метод разделит всё, что ему дадут; это деление может оказаться ровным облаком, разрезанным на куски.
stats-cluster-sign-silhouette = силуэт низкий ({ $mean })
stats-cluster-sign-gap = gap-статистика — за один кластер
stats-cluster-sign-stability = больше половины кластеров распадается при повторных выборках
stats-cluster-unscaled = Столбцы взяты как есть, и разброс «{ $column }» в { $times } раз больше, чем у другого: он решает почти всё один. Выберите --scale z, если только все столбцы не в одной единице.
stats-cluster-skewed = Длинные хвосты: { $columns }. Несколько очень больших значений стягивают кластеры к себе. Попробуйте логарифмы или --scale robust.
stats-cluster-restless = За { $steps } проходов k-средних не сошёлся.
stats-cluster-local = К этому делению пришли только { $agreed } из { $starts } запусков: возможно, есть лучшее. Увеличьте --starts.
stats-cluster-clara = Строк слишком много, чтобы сравнить каждую с каждой: медоиды искались в случайных частях по { $rows } строк (CLARA), поэтому деление близко к лучшему, но не обязательно лучшее.
stats-cluster-inverted = Некоторые слияния лежат ниже предыдущих — при такой связи это бывает: высоты нельзя читать как расстояния.
stats-cluster-knee = Радиус { $radius } взят по излому расстояний до соседей. Прежде чем верить кластерам, попробуйте вдвое меньший и вдвое больший.
stats-cluster-uncertain = Принадлежность неясна (меньше 80 % для любого облака) у { $count ->
    [one] { $count } строки
   *[other] { $count } строк
 }.
stats-cluster-small = Совсем малы: { $which }. Это скорее отдельные случаи, чем виды.
stats-cluster-dropped = Из-за пропусков { $count ->
    [one] исключена { $count } строка
    [few] исключены { $count } строки
   *[other] исключено { $count } строк
 }. Если пропуски не случайны, о таких строках кластеры ничего не говорят.
stats-cluster-silhouette-sampled = Силуэт посчитан на { $rows } случайных строках (по зерну).
stats-cluster-always = Различия кластеров в тех столбцах, по которым они построены, — не открытие, и проверять их критерием нельзя: метод сам их искал. Пользу деления доказывает столбец, который в нём не участвовал.

# Рисунки.
stats-cluster-picture-map = Кластеры в двух направлениях наибольших различий
stats-cluster-picture-profiles = Каждый кластер на фоне всех строк
stats-cluster-picture-silhouettes = Насколько каждая строка на месте в своём кластере
stats-cluster-picture-tree = Как объединяются кластеры
stats-cluster-axis-component = Компонента { $number } ({ $share } всех различий)
stats-cluster-axis-difference = Отличие от общего среднего, стандартных отклонений
stats-cluster-axis-silhouette = Ширина силуэта
stats-cluster-axis-height = Высота объединения
stats-cluster-cut = разрез
stats-cluster-cases = строк

# Почему кластеров нет.
stats-clusters = кластеров
stats-distinct-rows = различающихся строк
stats-cluster-flat = Смесь не подобрать: одно из облаков сплющивается. Уберите столбцы, которые выводятся из других или принимают мало значений, возьмите меньше кластеров или модель проще, например --model VII или EEI.

# Other cases.
stats-cluster-advice-silhouette = Сколько кластеров? Силуэт советует { $k }.
stats-cluster-skewed-still = Длинные хвосты: { $columns }. Несколько очень больших значений всё ещё стягивают кластеры к себе. Что представляют собой остальные строки, покажут логарифмы.
stats-cluster-tail = Gap-статистика — за один кластер: отделённое может оказаться длинным хвостом одного облака, а не особым видом.
