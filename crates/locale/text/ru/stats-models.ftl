# Регрессия помимо наименьших квадратов: параметры.
stats-opt-outcome = отклик — что объясняем, если не задана формула
stats-method-ols = наименьшие квадраты; для иного распределения — максимум правдоподобия
stats-method-ridge = гребневая регрессия
stats-method-lasso = лассо: столбцов много, важных мало
stats-method-enet = эластичная сеть, между гребневой и лассо
stats-method-quantile = квантили: медиана, лучшая десятая часть
stats-method-huber = робастная (Хьюбер): далёкие строки тянут не сильнее близких
stats-method-bisquare = робастная (бивес Тьюки): далёкие строки не считаются
stats-method-mm = робастная (MM): выбросами может быть до половины строк
stats-method-panel = панель: одни и те же объекты в разное время
stats-method-stepwise = пошаговый отбор (отказ с объяснением)
stats-opt-family = что представляет собой отклик
stats-family-gaussian = величина
stats-family-logit = событие, через шансы
stats-family-probit = событие, через нормальный порог
stats-family-cloglog = событие, через интенсивность во времени
stats-family-poisson = счётчик
stats-family-negbin = счётчик с разбросом больше пуассоновского
stats-family-gamma = положительная величина, чей разброс растёт вместе с ней
stats-family-quasibinomial = доля с собственной дисперсией
stats-family-quasipoisson = счётчик с собственной дисперсией
stats-opt-tau = квантили между 0 и 1, через запятую
stats-opt-lambda = штраф, один или несколько через запятую; если не задан, выбирается перекрёстной проверкой
stats-opt-mixing = для эластичной сети: 0 — гребневая, 1 — лассо
stats-opt-rescale = приводить ли столбцы к одному масштабу перед штрафом
stats-opt-folds = число блоков перекрёстной проверки
stats-opt-unit = столбец с объектами панели
stats-opt-panel = какая модель панели
stats-panel-within = у каждого объекта свой уровень (фиксированные эффекты)
stats-panel-time = у каждого момента свой уровень
stats-panel-twoways = свой уровень и у объекта, и у момента
stats-panel-between = средние объектов
stats-panel-differences = изменения от момента к моменту
stats-panel-random = уровни объектов случайны
stats-panel-pooling = строки как обычная выборка

# Как называются модели.
stats-models-kind-logit = Логистическая регрессия
stats-models-kind-probit = Пробит-регрессия
stats-models-kind-cloglog = Регрессия с дополняющей двойной логарифмической связью
stats-models-kind-poisson = Пуассоновская регрессия
stats-models-kind-negbin = Отрицательная биномиальная регрессия
stats-models-kind-gamma = Гамма-регрессия
stats-models-kind-quasibinomial = Квазибиномиальная регрессия
stats-models-kind-quasipoisson = Квазипуассоновская регрессия
stats-models-kind-ridge = Гребневая регрессия
stats-models-kind-lasso = Лассо
stats-models-kind-enet = Эластичная сеть
stats-models-kind-quantile = Квантильная регрессия
stats-models-kind-huber = Робастная регрессия (M-оценка Хьюбера)
stats-models-kind-bisquare = Робастная регрессия (бивес Тьюки)
stats-models-kind-mm = Робастная регрессия (MM-оценка)
stats-models-kind-within = Панель с фиксированными эффектами объектов
stats-models-kind-times = Панель с фиксированными эффектами времени
stats-models-kind-twoways = Панель с фиксированными эффектами объектов и времени
stats-models-kind-between = Межгрупповая панельная регрессия
stats-models-kind-differences = Панель в первых разностях
stats-models-kind-random = Панель со случайными эффектами (Свами — Арора)
stats-models-kind-pooling = Объединённая панель
stats-models-title = { $kind }: { $outcome }

# Сведения и заголовки.
stats-models-model = Модель
stats-models-formula = Формула
stats-models-rows-used = Строк в расчёте
stats-models-rows-dropped = Строк пропущено, нет значения
stats-models-link = Функция связи
stats-models-event = Событие
stats-models-errors = Стандартные ошибки
stats-models-errors-classic = классические
stats-models-errors-robust = устойчивые ({ $kind })
stats-models-errors-cluster = по кластерам: { $column }
stats-models-level-fact = Доверительный уровень
stats-models-intervals = Интервалы
stats-models-by-ranks = обращением ранговых критериев
stats-models-by-density = по плотности около квантиля
stats-models-by-drawing = бутстрепом по строкам, повторов: { $count }
stats-models-convention = Соглашение
stats-models-convention-ridge = как lm.ridge из MASS: λ прибавляется к произведениям столбцов в единицах их ст. отклонения
stats-models-convention-net = как glmnet: средняя потеря, столбцы стандартизованы, λ в единицах отклика
stats-models-convention-net-raw = как glmnet: средняя потеря, столбцы как есть
stats-models-lambda-best = λ наименьшей ошибки
stats-models-lambda-plain = λ в пределах одной ст. ошибки от неё
stats-models-units = Объекты
stats-models-times-of = Моменты времени
stats-models-coefficients = Коэффициенты
stats-models-term = член
stats-models-variable = столбец
stats-models-factor = группа
stats-models-level = уровень
stats-models-against = уровень
stats-models-estimate = оценка
stats-models-slope = наклон
stats-models-std-error = ст. ошибка
stats-models-statistic = статистика
stats-models-p = p
stats-models-low = от
stats-models-high = до
stats-models-ratio = во сколько раз
stats-models-profile-low = профиль от
stats-models-profile-high = профиль до
stats-models-z = Критерии и интервалы — по нормальному распределению (z).
stats-models-t = Критерии и интервалы — по распределению Стьюдента (t).
stats-models-odds-ratios = Отношения шансов
stats-models-rate-ratios = Отношения средних
stats-models-margins = Средние предельные эффекты
stats-models-margins-means = Предельные эффекты в средней точке
stats-models-slopes = Наклоны по группам
stats-models-fit = Модель в целом
stats-models-rows = Строки
stats-models-row = строка
stats-models-null-deviance = девианс пустой модели
stats-models-df-null = её степени свободы
stats-models-deviance = девианс
stats-models-df = степени свободы остатков
stats-models-df-short = ст. св.
stats-models-df-second = ст. св. 2
stats-models-log-lik = логарифм правдоподобия
stats-models-dispersion = дисперсионный параметр
stats-models-theta-error = ст. ошибка θ
stats-models-mcfadden = R² Макфаддена
stats-models-nagelkerke = R² Нэйджелкерка
stats-models-ratio-test = χ² против пустой модели
stats-models-auc-low = AUC от
stats-models-auc-high = AUC до
stats-models-threshold = лучший порог (Юден)
stats-models-hosmer = χ² Хосмера — Лемешоу
stats-models-hosmer-p = его p
stats-models-over = дисперсия к среднему (Кэмерон — Триведи)
stats-models-over-p = его p
stats-models-false-alarms = ложные тревоги
stats-models-hits = попадания
stats-models-calibration = Ожидаемое и наблюдаемое
stats-models-expected = ожидалось
stats-models-observed = наблюдалось
stats-models-fitted = предсказано
stats-models-linear = линейный предиктор
stats-models-residual = остаток
stats-models-deviance-residual = остаток девианса
stats-models-pearson-residual = остаток Пирсона
stats-models-leverage = рычаг
stats-models-weight = вес
stats-models-scale = масштаб остатков
stats-models-down-weighted = строк с весом меньше половины
stats-models-loss = потеря
stats-models-unique = решение единственно
stats-models-r1-note = R¹ — единица минус отношение потери к потере простого квантиля (Кёнкер и Мачадо).
stats-models-not-nought = столбцов
stats-models-effective = эффективное число столбцов
stats-models-explained = объяснено
stats-models-cv = ошибка на отложенных строках
stats-models-adjusted = R² скорректированный
stats-models-f = F по всем столбцам
stats-models-sigma = ст. отклонение остатков
stats-models-idiosyncratic = дисперсия строк
stats-models-individual = дисперсия объектов
stats-models-individual-share = доля объектов
stats-models-which-panel = Какая модель панели нужна?
stats-models-test = критерий
stats-models-f-test = F: есть ли у объектов свои уровни?
stats-models-lm-test = Бройш — Паган: различаются ли уровни объектов?
stats-models-hausman = Хаусман: связаны ли уровни со столбцами?
stats-models-own-levels = Собственные уровни

# Что говорит модель.
stats-models-up = { $term }: { $outcome } выше на { $value } ({ $low } – { $high }) при прочих равных.
stats-models-down = { $term }: { $outcome } ниже на { $value } ({ $low } – { $high }) при прочих равных.
stats-models-odds = { $term }: шансы события «{ $outcome }» умножаются на { $value } ({ $low } – { $high }) при прочих равных.
stats-models-times = { $term }: среднее { $outcome } умножается на { $value } ({ $low } – { $high }) при прочих равных.
stats-models-line-up = { $term }: с ним «{ $outcome }» случается чаще при прочих равных.
stats-models-line-down = { $term }: с ним «{ $outcome }» случается реже при прочих равных.
stats-models-more-effects = В таблице { $count ->
    [one] есть ещё { $count } явный эффект
    [few] есть ещё { $count } явных эффекта
   *[other] есть ещё { $count } явных эффектов
 }.
stats-models-unclear = О { $terms } сказать нечего: вместе с ними { $outcome } может и расти, и падать.
stats-models-points = { $what }: в среднем это сдвигает вероятность «{ $outcome }» на { $value } п. п. ({ $low } – { $high }).
stats-models-slopes-said = Наклон по { $variable } зависит от { $factor }: { $each }.
stats-models-auc-poor = Из двух строк, с событием «{ $outcome }» и без него, модель верно узнаёт, какая какая, в { $share } случаев ({ $low } – { $high }): немногим лучше монетки.
stats-models-auc-fair = Из двух строк, с событием «{ $outcome }» и без него, модель верно узнаёт, какая какая, в { $share } случаев ({ $low } – { $high }).
stats-models-auc-good = Из двух строк, с событием «{ $outcome }» и без него, модель верно узнаёт, какая какая, в { $share } случаев ({ $low } – { $high }): различает хорошо.
stats-models-median-of = медиана { $outcome }
stats-models-quantile-of = квантиль { $share } показателя { $outcome }
stats-models-far-rows = { $count ->
    [one] { $count } строка лежит далеко
    [few] { $count } строки лежат далеко
   *[other] { $count } строк лежит далеко
 } от остальных, их вес меньше половины; самые далёкие: { $rows }.
stats-models-explains = При лучшем λ столбцы объясняют { $share } изменчивости { $outcome }.
stats-models-stays = Что остаётся даже в более простой модели: { $columns }.
stats-models-stays-too = При лучшем λ остаются, но менее уверенно, и эти: { $columns }.
stats-models-none-stays = Ни один столбец не оправдал места: { $outcome } не хуже предсказывается своим средним.
stats-models-levels-differ = У каждого из «{ $unit }» свой уровень (p = { $p }): в общей выборке эти различия смешались бы с эффектами.
stats-models-levels-alike = Различий в уровнях «{ $unit }» не видно (p = { $p }): можно обойтись общей выборкой.
stats-models-need-fixed = Уровни связаны со столбцами (Хаусман, p = { $p }): случайные эффекты дали бы смещение, оставьте фиксированные.
stats-models-random-will-do = Связи уровней со столбцами не видно (Хаусман, p = { $p }): случайные эффекты допустимы и точнее.
stats-models-parts = Сами по себе { $terms } о целом не говорят: из-за взаимодействия каждый — эффект лишь там, где второй столбец на базовом уровне или равен 0. Смотрите наклоны по группам или средние эффекты.
stats-models-together = { $term }: вместе они сдвигают { $outcome } ещё на { $value } ({ $low } – { $high }) сверх того, что делает каждый в отдельности.
stats-models-together-times = { $term }: вместе они умножают «{ $outcome }» ещё на { $value } ({ $low } – { $high }) сверх того, что делает каждый в отдельности.
stats-models-rank-note = Интервалы — обращением ранговых критериев; ошибки, t и p — по плотности около квантиля.

# Прежде чем верить.
stats-models-many-dropped = { $share } строк пропущено из-за отсутствующих значений; если их нет не случайно, ответ относится только к остальным.
stats-models-aliased = Эти столбцы выводятся из других, собственного эффекта у них нет: { $columns }.
stats-models-few-rows = Строк ({ $rows }) на { $columns } столбцов мало: на другой выборке числа будут другими.
stats-models-no-cause = Связь — ещё не причина: за обоими может стоять то, чего в формуле нет.
stats-models-overdispersed = Разброс больше пуассоновского (χ² на степень свободы { $dispersion }, p = { $p }): такие ошибки занижены. Возьмите --family negbin или --errors hc3.
stats-models-miscalibrated = По группам вероятности расходятся с тем, что случилось (Хосмер — Лемешоу, p = { $p }): возможно, не хватает изгиба или взаимодействия.
stats-models-few-events = Событий ({ $events }) на { $columns } столбцов мало (обычно нужно хотя бы десять на каждый): отношения шансов получаются завышенными.
stats-models-not-unique = При τ = { $taus } есть и другая столь же хорошая плоскость: целое число строк ниже неё оставляет коэффициентам немного свободы.
stats-models-dealt = λ выбрано по { $folds } блокам, разбитым с зерном { $seed }; другое разбиение может выбрать иначе.
stats-models-no-errors = Коэффициенты со штрафом нарочно притянуты к нулю, и честных стандартных ошибок у них нет; верить стоит тому, какие столбцы остались.
stats-models-cluster-panel = Строки одного и того же «{ $unit }» связаны во времени; это учитывают ошибки по кластерам (--errors cluster).
