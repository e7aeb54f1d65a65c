# Описание.
stats-describe-title = Каковы столбцы файла { $file }
stats-describe-columns = Столбцы
stats-opt-by = описать отдельно каждую группу этого столбца
stats-opt-quantile-type = способ расчёта квантилей: типы 1–9, как в R
stats-opt-shape = какие асимметрия и эксцесс
stats-opt-trim = доля, отбрасываемая с каждого края усечённым средним
stats-shape-1 = тип 1: простые моменты
stats-shape-2 = тип 2: SAS, SPSS, Excel
stats-shape-3 = тип 3: psych и e1071 в R

describe-rows = Строки
describe-by = По группам
describe-all = Все показатели
describe-outliers = Что стоит особняком
describe-normality = Похоже ли на нормальное
describe-levels = Слова и их частоты
describe-gaps = Что пропущено вместе
describe-glance = Коротко
describe-complete = всё на месте
describe-little = χ² Литтла
describe-little-df = его ст. св.
describe-little-p = его p
describe-quantile-type = тип квантилей
describe-shape-type = тип асимметрии и эксцесса
describe-level = уровень интервалов
describe-head-min = мин.
describe-head-max = макс.
describe-head-q25 = 25 %
describe-head-median = медиана
describe-head-q75 = 75 %
describe-head-quantile = { $percent } %
describe-head-skewness = асимм.
describe-head-kurtosis = эксцесс
describe-head-distinct = разных значений
describe-head-sum = сумма
describe-head-error = ст. ошибка
describe-head-low = среднее от
describe-head-high = среднее до
describe-head-variance = дисперсия
describe-head-median-low = медиана от
describe-head-median-high = медиана до
describe-head-mad = MAD × 1,4826
describe-head-iqr = межкв. размах
describe-head-trimmed = усечённое среднее
describe-head-winsorised = винзоризованное среднее
describe-head-geometric = среднее геометрическое
describe-head-harmonic = среднее гармоническое
describe-head-gini = Джини
describe-head-autocorrelation = автокорреляция, лаг 1
describe-head-rule = правило
describe-head-below = ниже
describe-head-above = выше
describe-head-outside = снаружи
describe-head-share = доля
describe-head-test = критерий
describe-head-statistic = статистика
describe-head-p = p
describe-head-level = значение
describe-head-lack = пропущено
describe-rule-tukey = Тьюки, 1,5 размаха
describe-rule-far = Тьюки, 3 размаха
describe-rule-mad = 3,5 MAD
describe-sketch = Строк больше, чем помещается в память: место квантиля верно с точностью до { $error } % строк.
describe-more-patterns = { $count ->
    [one] и ещё { $count } сочетание реже
    [few] и ещё { $count } сочетания реже
   *[other] и ещё { $count } сочетаний реже
 }
describe-says-even = «{ $column }»: обычно { $middle }, средняя половина — от { $low } до { $high }; среднее { $mean }.
describe-says-skewed = «{ $column }»: обычно { $middle }, средняя половина — от { $low } до { $high }. Среднее ({ $mean }) оттянуто немногими значениями: судите по медиане.
describe-says-words = «{ $column }»: чаще всего «{ $level }», { $share } строк.
describe-says-constant = «{ $column }» в каждой строке равен { $value }.
describe-says-nothing = В столбце «{ $column }» нет значений.
describe-says-complete = Все значения есть в { $share } строк.
describe-says-together = «{ $x }» и «{ $y }» пропадают вместе (строк без обоих: { $rows }): ищите одну причину.
describe-says-monotone = У кого нет одного столбца, у того нет и следующих: так бывает, когда анкету бросают на полпути.
describe-caution-skewed = Сильно скошены: { $columns }. Сравнивайте медианы, а перед прямой линией берите логарифмы.
describe-caution-far = Есть далёкие значения (за тремя размахами): { $columns }. Посмотрите на них, прежде чем удалять: в соцсетях один громкий пост — настоящий.
describe-caution-constant = От того, что не меняется, ничто не зависит: { $columns }.
describe-caution-series = Строки зависят от предыдущих: { $columns }. Интервал среднего слишком узок; смотрите на них как на ряды.
describe-caution-not-at-random = Пропуски не случайны (критерий Литтла, p = { $p }): строки с пропусками отличаются от прочих, и если их выбросить, выводы сместятся.
describe-caution-at-random = Ничто не говорит против случайности пропусков (критерий Литтла, p = { $p }).
describe-caution-normality = При таком числе строк любой критерий нормальности найдёт отклонение: судите по асимметрии и рисунку.
describe-picture-histogram = «{ $column }»: как лежат значения
describe-picture-boxes = «{ $column }» по «{ $by }»
describe-picture-density = плотность
describe-says-mostly = «{ $column }» чаще всего равен { $value }; иначе — в { $share } строк, до { $max }.
