# Корреляция.
stats-correlate = связаны ли столбцы
stats-opt-with = только пары с этим столбцом
stats-opt-given = для частной корреляции: что исключается; если не названо — все остальные столбцы
stats-opt-adjust = поправка p на число пар
stats-opt-alternative = какое отклонение от нуля считать
stats-opt-continuity = поправка на непрерывность в асимптотическом p Кендалла и Спирмена
stats-opt-permutations = для дистанционной корреляции: число перестановок
stats-opt-bootstrap = интервалы бутстрепом (BCa), столько выборок; 0 — по теории
stats-method-pearson = Пирсон: прямая линия
stats-method-spearman = Спирмен: по рангам, любой рост или спад
stats-method-kendall = τ-b Кендалла: пары строк в одном порядке
stats-method-partial = частная: что остаётся, если исключить другие столбцы
stats-method-polychoric = полихорическая: что стоит за ответами по шкале
stats-method-distance = дистанционная: связь любой формы
stats-method-cramer = V Крамера: слова со словами
stats-adjust-none = без поправки
stats-adjust-bonferroni = Бонферрони
stats-adjust-holm = Холм
stats-adjust-hochberg = Хохберг
stats-adjust-hommel = Хоммель
stats-adjust-bh = Бенджамини — Хохберг
stats-adjust-by = Бенджамини — Йекутиели
stats-missing-pairwise = каждая пара по своим строкам
stats-missing-listwise = только строки, где есть всё
stats-alternative-two-sided = любое
stats-alternative-greater = больше нуля
stats-alternative-less = меньше нуля

correlate-title = { $method }: { $file }
correlate-pearson = Корреляция Пирсона
correlate-spearman = Ранговая корреляция Спирмена
correlate-kendall = τ-b Кендалла
correlate-partial = Частная корреляция
correlate-polychoric = Полихорическая корреляция
correlate-distance = Дистанционная корреляция
correlate-cramer = V Крамера
correlate-adjust-none = нет: каждая пара сама по себе
correlate-adjust-bonferroni = Бонферрони, по всем парам
correlate-adjust-holm = Холм, по всем парам
correlate-adjust-hochberg = Хохберг, по всем парам
correlate-adjust-hommel = Хоммель, по всем парам
correlate-adjust-bh = Бенджамини — Хохберг: доля ложных находок
correlate-adjust-by = Бенджамини — Йекутиели: доля ложных находок при любой зависимости пар
correlate-rows = Строки
correlate-rows-of = { $rows }, из них полных { $complete }
correlate-missing = Пропуски
correlate-pairwise = попарно: каждая пара берёт все строки, где есть оба значения
correlate-listwise = построчно: только строки, где есть все значения
correlate-adjusted = Поправка p
correlate-given = Исключено
correlate-given-others = все остальные столбцы списка
correlate-matrix = Коэффициенты
correlate-strongest = Самые сильные пары
correlate-pairs = Пары
correlate-more-pairs = { $count ->
    [one] и ещё { $count } пара слабее — в JSON и выгрузках
    [few] и ещё { $count } пары слабее — в JSON и выгрузках
   *[other] и ещё { $count } пар слабее — в JSON и выгрузках
 }
correlate-head-x = столбец
correlate-head-y = с чем
correlate-head-interval = интервал { $level } %
correlate-head-low = от
correlate-head-high = до
correlate-head-statistic = статистика
correlate-head-df = ст. св.
correlate-head-p = p
correlate-head-p-adjusted = p с поправкой
correlate-head-exact = p точное
correlate-glance = Коротко
correlate-glance-method = метод
correlate-glance-complete = полных строк
correlate-glance-columns = столбцов
correlate-glance-shown = пар, где связь показана
correlate-glance-level = уровень интервалов
correlate-size-tiny = ничтожная
correlate-size-small = слабая
correlate-size-middle = умеренная
correlate-size-great = сильная
correlate-none = { $all ->
    [one] Связь этой пары не показана. Это не доказывает, что её нет: для слабой связи может не хватать строк.
   *[other] Ни у одной пары (всего { $all }) связь не показана. Это не доказывает, что связей нет: для слабых может не хватать строк.
 }
correlate-some = { $all ->
    [one] Связь этой пары показана (p с поправкой меньше 0,05).
   *[other] Связь показана у { $count } из { $all } пар (p с поправкой меньше 0,05).
 }
correlate-up = Чем больше «{ $x }», тем больше «{ $y }»: связь { $size } ({ $r }).
correlate-down = Чем больше «{ $x }», тем меньше «{ $y }»: связь { $size } ({ $r }).
correlate-go = «{ $x }» и «{ $y }» меняются вместе: связь { $size } ({ $r }), какой бы формы она ни была.
correlate-further = { $count ->
    [one] Связана ещё { $count } пара — она в таблице.
    [few] Связаны ещё { $count } пары — они в таблице.
   *[other] Связаны ещё { $count } пар — они в таблице.
 }
correlate-others = { $count ->
    [one] У { $count } пары связь не показана.
   *[other] У { $count } пар связь не показана.
 }
correlate-no-cause = Связь — не причина: оба столбца может двигать что-то третье, например день недели или размер страницы.
correlate-bent = «{ $x }» и «{ $y }»: по рангам { $ranks }. Связь не прямая или её гнут немногие строки: посмотрите на диаграмму рассеяния и больше верьте Спирмену.
correlate-outliers = «{ $x }» и «{ $y }»: без { $count ->
    [one] { $count } самой весомой строки
   *[other] { $count } самых весомых строк
 } коэффициент { $r } — эту связь во многом делают они.
correlate-series = «{ $x }» и «{ $y }» тянутся от строки к строке, как временные ряды: два растущих ряда коррелируют всегда. Спросите «series» (взаимная корреляция приращений).
correlate-many = Без поправки проверено { $count } пар: около { $expected } показались бы связанными случайно.
correlate-uneven = Из-за пропусков пары опираются на разные строки: сравнивайте коэффициенты осторожно или возьмите --missing listwise.
correlate-constant = Без коэффициентов, потому что не меняются: { $columns }.
correlate-picture-heat = Коэффициенты; столбцы стоят так, чтобы похожие были рядом
correlate-picture-scatter = Самая сильная пара: { $x } и { $y }
correlate-picture-unknown = неизвестно
correlate-picture-density = темнее — больше строк
correlate-picture-empty = нет данных
correlate-picture-line = наименьшие квадраты, полоса { $level } %
correlate-picture-few = столбцы самых сильных пар: { $shown } из { $all }
correlate-picture-some = { $shown } строк из { $all }, взятых равномерно
stats-method-mixed = по видам столбцов: слова — по тому, что за ними стоит, числа — как есть
stats-method-point-biserial = точечно-бисериальная: числа с двумя значениями
stats-method-icc = ICC: согласны ли оценщики, по столбцу на оценщика
stats-opt-between = сравнить корреляцию каждой пары между группами строк (Пирсон)
correlate-mixed = Корреляции по видам столбцов
correlate-point-biserial = Точечно-бисериальная корреляция
correlate-differences = Различаются ли корреляции
correlate-head-of = чего
correlate-head-left = первая
correlate-head-right = вторая
correlate-williams = t Уильямса: у обеих корреляций общий столбец и одни и те же строки — те, где есть все три столбца.
correlate-fisher = z Фишера: у групп нет общих строк.
correlate-zou = Интервалы — с доверием { $level } % каждый (Zou 2007).
correlate-differs = Корреляции «{ $of }» различаются: { $left } { $r }, { $right } { $s }.
correlate-no-difference = Ни одно из различий корреляций ({ $count }) не доказано.
correlate-semi = Получастные корреляции
correlate-semi-note = Столбец строки взят как есть, столбец в шапке очищен от остальных. Квадрат — доля, которую добавляет он один.
correlate-icc = Внутриклассовая корреляция
correlate-icc-title = Насколько согласны оценщики
correlate-icc-head = вид
correlate-icc-says = о чём говорит
correlate-icc-low = { $level } % от
correlate-icc-high = { $level } % до
correlate-icc-df = ст. св. строк
correlate-icc-df-rest = ст. св. остатка
correlate-icc-nought = согласия нет
correlate-icc-raters = Оценщики
correlate-icc-rows = оценено { $rows }, без значения пропущено { $dropped }
correlate-icc1 = один оценщик; у каждой строки свои
correlate-icc2 = один оценщик из многих; уровень оценок важен (согласие)
correlate-icc3 = один из этих оценщиков; уровень не важен (постоянство)
correlate-icc1k = среднее всех; у каждой строки свои оценщики
correlate-icc2k = среднее всех, оценщики из многих (согласие)
correlate-icc3k = среднее этих оценщиков (постоянство)
correlate-icc-note = По Шрауту и Флейссу (1979), обозначения как в psych.
correlate-icc-reading = Один случайный оценщик согласен с другим на { $r } (от { $low } до { $high }): { $size }.
correlate-icc-poor = слабо — такие оценки говорят больше об оценщике, чем о предмете
correlate-icc-moderate = умеренно — берите среднее нескольких оценщиков
correlate-icc-good = хорошо
correlate-icc-excellent = отлично
correlate-icc-choose = Вид выбирают до подсчёта: ICC2 — если оценивать может любой коллега, ICC3 — если других оценщиков не будет, виды k — только если пользоваться будут средним.
correlate-icc-few = Строк мало ({ $rows }): интервал широк, и это честно.
correlate-order-of-words = Слова взяты в алфавитном порядке: если он не совпадает с порядком по смыслу, число ни о чём не говорит.
