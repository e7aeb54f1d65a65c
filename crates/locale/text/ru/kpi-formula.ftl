# Как показатель вычисляется из других.
field-kpi-formula = Формула
    .help = Как он вычисляется из других показателей, по их id; с формулой его не измеряют и не загружают.
    .example = answered / asked * 100
formula-wrong-ends = она обрывается там, где должны быть число, показатель или скобка
formula-wrong-sign = «{ $what }» здесь стоять не может
formula-wrong-open = открытое здесь не закрыто
formula-wrong-function = функции «{ $what }» нет
formula-wrong-periods = окно — целое число периодов от 1 до 1000
formula-wrong-large = она слишком длинна или вложена
formula-clash-added = складывает «{ $left }» и «{ $right }»
formula-clash-comes = приходит к «{ $left }», а у показателя указано «{ $right }»
formula-plain = просто число
formula-computed-by = Вычислено по формуле { $formula }
formula-parts = Из чего вычислено
import-computed-kpi = «{ $id }» вычисляется по другим KPI: загружайте данные, из которых он считается.
