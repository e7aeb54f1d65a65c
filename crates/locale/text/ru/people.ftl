right-anyone = смотреть
right-own = вести свою учётную запись
right-read = читать
right-comment = комментировать
right-edit = править
right-propose = вносить редакцию на утверждение
right-approve = утверждать
right-measure = вносить измерения
right-analyse = спрашивать данные и вести исследования
right-administer = администрировать
role-administrator = администратор
role-strategist = стратег
role-analyst = аналитик
role-author = автор
role-approver = согласующий
role-data-entry = ввод данных
role-viewer = читатель

people-account = Учётная запись
people-sign-in = Вход
people-sign-out = Выйти
people-enter = Войти
people-by-provider = Войти с учётной записью компании
people-closed = Регистрации нет: ссылку для входа присылает администратор. Он же пришлёт ссылку, если пароль забыт.
people-login = Логин
people-login-help = Строчные латинские буквы, цифры, «.», «_», «-» и «@»; от 2 до 64 знаков.
people-login-proposed = Предлагаемый логин (можно не указывать)
people-password = Пароль
people-password-present = Текущий пароль
people-password-new = Новый пароль
people-password-again = Новый пароль ещё раз
people-password-set = Задать пароль
people-password-help = Не короче { $n } знаков. Несколько не связанных друг с другом слов легко запомнить и трудно подобрать.
people-code = Второй шаг
people-code-field = Код
people-code-help = Шесть цифр из приложения на телефоне или один из резервных кодов.
people-start-again = Начать заново
people-name = Имя
people-email = Эл. почта
people-email-help = По этому адресу узнаётся тот, кто входит с учётной записью компании.
people-role = Роль
people-rights = Можно
people-save = Сохранить
people-state = Состояние
people-open = Демонстрация открыта всем, кто работает на этой машине: входить не нужно, учётной записи нет.
people-who = Кто вы
people-who-help = Логин, почту и роль меняет администратор.
people-factor = Второй фактор
people-factor-on = включён
people-factor-why = Украденного пароля будет мало: при входе понадобится ещё и код из приложения на вашем телефоне.
people-factor-turn-on = Включить второй фактор
people-factor-turn-off = Выключить второй фактор
people-factor-set-up = Настройка второго фактора
people-factor-scan = Отсканируйте картинку приложением для одноразовых кодов.
people-factor-type = Или введите в него этот ключ:
people-factor-code = Шесть цифр, которые приложение показывает сейчас
people-codes = Резервные коды
people-codes-lead = Каждый сработает один раз — на случай, если телефон потерян. Распечатайте или выпишите их сейчас: больше они не покажутся.
people-codes-kept = Коды сохранены
people-codes-new = Выпустить новые резервные коды
people-codes-left = { $n ->
    [one] Остался { $n } резервный код.
    [few] Осталось { $n } резервных кода.
   *[many] Осталось { $n } резервных кодов.
 }
people-sessions = Сеансы
people-opened = Открыт
people-expires = Истекает
people-here = этот браузер
people-end = Завершить
people-end-others = Выйти на остальных устройствах
people-end-all = Завершить все сеансы
people-users = Пользователи
people-count = { $n ->
    [one] { $n } пользователь
    [few] { $n } пользователя
   *[many] { $n } пользователей
 }
people-none = Пока никого. Пригласите тех, кто пишет, проверяет или утверждает документы: каждому — своя ссылка.
people-active = вход разрешён
people-inactive = отключён
people-with-factor = второй фактор
people-links = Действующие ссылки
people-link = Ссылка
people-link-invite = Приглашение
people-link-invite-lead = Перешлите ссылку тому, кого приглашаете. Она сработает один раз, действует семь дней и больше не покажется.
people-link-reset = Новый пароль
people-link-reset-lead = Перешлите ссылку тому, для кого она. Она сработает один раз, действует сутки и больше не покажется. До тех пор действует прежний пароль.
people-link-first = Первый администратор
people-link-sent = Готово
people-link-end = Отозвать
people-whom = Кому
people-by = От кого
people-invite = Пригласить
people-invite-lead = Reper не отправляет писем: вы получите ссылку и перешлёте её сами.
people-invite-do = Создать ссылку
people-person = Человек из документов
people-person-help = Тогда ответственный в плане и пользователь — одно лицо.
people-may-sign-in = Вход разрешён
people-access = Доступ
people-created = Заведён
people-provider = Учётная запись компании
people-reset = Ссылка для нового пароля
people-join = Вас пригласили
people-join-lead = Ваша роль: { $role }. Выберите, как будете входить.
people-join-first = Первый администратор
people-join-first-lead = Здесь ещё никого нет. Кто заполнит эту форму, тот и будет вести пользователей.
people-join-reset = Новый пароль
people-join-reset-lead = Для логина { $login }. Все открытые сеансы завершатся.
people-join-do = Присоединиться
people-done-name = Имя изменено.
people-done-password = Новый пароль действует; остальные сеансы завершены.
people-done-sessions = Сеансы завершены.
people-done-factor-off = Второй фактор выключен.
people-done-user = Пользователь изменён.
people-done-link-ended = Ссылка отозвана.
people-done-signed-out = Вы вышли.

people-error-login = Логин — это от 2 до 64 строчных латинских букв, цифр, знаков «.», «_», «-», «@»; первой стоит буква или цифра.
people-error-name = Укажите имя: одна строка, не длиннее 120 знаков.
people-error-email = Это не адрес электронной почты.
people-error-person = В документах нет такого человека. Выберите из списка.
people-error-taken = Этот логин занят. Выберите другой.
people-error-no-user = Такого пользователя нет.
people-error-last-administrator = Кто-то должен вести пользователей: сначала назначьте администратором другого.
people-error-short = Пароль слишком короткий: нужно не меньше { $n } знаков.
people-error-long = Пароль слишком длинный: не больше { $n } знаков.
people-error-guessable = Такой пароль подберут сразу. Возьмите несколько не связанных друг с другом слов.
people-error-differ = Пароли не совпали. Введите оба ещё раз.
people-error-wrong = Неверный логин или пароль.
people-error-wrong-password = Текущий пароль неверен. Ничего не изменено.
people-error-code = Код неверен или уже использован. Дождитесь следующего.
people-error-ended = Вход занял слишком много времени. Начните заново.
people-error-no-link = Ссылка уже использована или истекла. Попросите администратора о новой.
people-error-provider = Служба входа компании ответила не так, как должна. Попробуйте ещё раз или войдите по паролю.
people-error-unknown = Служба входа компании вас знает, а здесь вас нет. Попросите администратора пригласить вас на рабочий адрес.
people-error-no-provider = Вход с учётной записью компании здесь не настроен.
people-error-wait-seconds = { $n ->
    [one] Слишком много попыток. Попробуйте через { $n } секунду.
    [few] Слишком много попыток. Попробуйте через { $n } секунды.
   *[many] Слишком много попыток. Попробуйте через { $n } секунд.
 }
people-error-wait-minutes = { $n ->
    [one] Слишком много попыток. Попробуйте через { $n } минуту.
    [few] Слишком много попыток. Попробуйте через { $n } минуты.
   *[many] Слишком много попыток. Попробуйте через { $n } минут.
 }

people-cli-user = пользователи: завести, показать
people-cli-user-add = завести пользователя; без пароля печатает одноразовую ссылку
people-cli-user-list = показать пользователей
people-cli-login = логин, с которым пользователь входит
people-cli-role = роль (viewer)
people-cli-name = имя пользователя
people-cli-email = электронная почта пользователя
people-cli-password = прочитать пароль со стандартного ввода, одной строкой
people-cli-public = адрес, по которому страницы открывают коллеги, например https://smm.example.com
people-cli-proxied = перед сервером стоит прокси, который пишет X-Forwarded-For
people-cli-issuer = адрес службы входа компании (OpenID Connect)
people-cli-client = имя Reper в ней; секрет берётся из REPER_OIDC_SECRET
people-cli-added = Пользователь { $login } заведён, роль: { $role }.
people-cli-link = Пароль задаётся по этой ссылке — один раз, в течение суток:
people-cli-path = (перед ней поставьте адрес страниц или укажите --public)
people-cli-first = Пользователей ещё нет. Первый администратор входит по этой ссылке — один раз, в течение суток:
people-cli-public-wrong = { $address } — не адрес: пишите так: https://smm.example.com
people-cli-open = Соединение не шифруется, а слушает не только эта машина: поставьте впереди прокси с https и укажите его в --public.
people-cli-oidc-both = Укажите и --oidc-issuer, и --oidc-client.
people-cli-oidc-public = Для входа через службу компании нужен --public: служба должна знать, куда вернуть человека.
people-cli-none = Пользователей ещё нет: reper user add ИМЯ --role administrator
