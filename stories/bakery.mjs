// A small department that does not exist yet, step by step of the guided start, as its people would type it in.

const YEAR = new Date().getFullYear();
const day = (years, rest) => `${YEAR + years}-${rest}`;

/** What is written at each step in a language: `[table, fields]`; what is named is named by its title. */
export function bakery(lang) {
  const say = (ru, en) => (lang === "ru" ? ru : en);
  const [chief, analyst, director, support] = say(
    ["Анна Орлова", "Вера Лис", "Роман Хлебников", "Пётр Новак"],
    ["Anna Miller", "Vera Lowe", "Robert Baker", "Peter Novak"],
  );
  const [ours, care, bakers] = say(["SMM-отдел", "Служба заботы", "Пекарни"], ["SMM department", "Customer care", "Bakeries"]);
  const repeat = say("Покупатели возвращаются чаще", "Customers come back more often");
  const trust = say("Покупатели доверяют нашим ответам", "Customers trust our answers");
  const known = say("О нас знают в новых районах", "New districts know us");
  const answer = say("Отвечать на каждый отзыв в тот же день", "Answer every review on the same day");
  const show = say("Показывать, как пекут в новом районе", "Show how bread is made in the new district");
  const segment = say("Семьи рядом с пекарнями", "Families around the bakeries");
  const channel = say("Сообщество пекарен", "The bakeries' community");
  const [replies, films] = say(["Ответы на картах", "Короткие фильмы"], ["Replies on maps", "Short films"]);
  const duty = say("Дежурство по отзывам", "Duty over reviews");
  const shoot = say("Съёмка в пекарне раз в неделю", "A film from the bakery every week");
  const [rota, script] = say(["Составить график дежурств", "Снять первые восемь фильмов"], ["Draw up the duty rota", "Make the first eight films"]);
  const returned = say("Доля повторных покупок", "Share of repeat purchases");
  const enquiries = say("Новые покупатели в новых районах", "New buyers in new districts");
  const first = say("Время до первого ответа", "Time to first reply");
  const watched = say("Досмотры фильмов в районе", "Films watched to the end in the district");
  const models = say("Регрессионные модели", "Regression models");
  const hears = say("Слышим то, о чём нас не спрашивали", "We hear what nobody asked us");
  const process = say("Разбор жалобы", "Handling a complaint");
  const query = say("Разговоры о хлебе рядом с домом", "Talk about bread nearby");
  const objective = (name, perspective, line, measures, leads_to = []) =>
    ["objective", { name, perspective, ...(line && { line }), owner: chief, measures, ...(leads_to.length && { leads_to }) }];

  return {
    who: [
      ["about", { name: ours, organisation: say("Хлебный двор", "Miller's Row"), language: lang, currency: say("RUB", "EUR"), financial_year: 1, budget: say("2 400 000", "48000"), approver: director, approver_post: say("Генеральный директор", "Managing Director") }],
      ["unit", { name: ours, ours: true, head: chief }],
      ["unit", { name: care, head: support, purpose: say("Решает вопросы покупателей", "Settles customers' questions") }],
      ["unit", { name: bakers }],
      ["person", { name: chief, unit: ours, post: say("Руководитель SMM", "Head of SMM"), hours: 20 }],
      ["person", { name: analyst, unit: ours, post: say("Аналитик", "Analyst"), hours: 30 }],
      ["person", { name: support, unit: care, post: say("Начальник службы заботы", "Head of Customer Care"), hours: 4 }],
      ["person", { name: director, unit: bakers, post: say("Генеральный директор", "Managing Director"), hours: 2 }],
      ["approval", { name: say("Согласование", "Neighbours"), people: [support] }],
      ["approval", { name: say("Утверждение", "Approval"), people: [director] }],
    ],
    business: [
      ["business", { strategy: say("Стратегия «Хлеб рядом»", "Strategy “Bread nearby”"), date: day(-1, "12-15") }],
      ["business_goal", { name: repeat, owner: say("Коммерческий директор", "Commercial Director"), metric: returned, unit: "%", baseline: 31, target: 40, due: day(2, "12-31") }],
    ],
    situation: [
      ["situation", { stage: "growth", summary: say("Сеть растёт на пять пекарен в год, отзывы остаются без ответа.", "Five bakeries open every year; reviews stay unanswered."), date: day(0, "03-01"), source: say("Отчёт за год", "Annual report") }],
      ["statement", { name: say("На отзывы отвечают через четыре дня", "Reviews are answered after four days"), kind: "weakness", source: say("Выгрузка с карт", "Export from maps"), date: day(0, "03-01") }],
      ["segment", { name: segment, about: say("Покупают хлеб каждый день, выбирают ближайшую пекарню.", "They buy bread every day and choose the nearest bakery."), size: 48000, source: say("Опрос", "Survey"), date: day(0, "03-01") }],
      ["channel", { name: channel, url: "https://bread.example/community", audience: 5200, source: say("Статистика сообщества", "Community statistics"), date: day(0, "03-01") }],
    ],
    objectives: [
      ["horizons", { tactical: day(1, "06-30"), middle: day(2, "12-31"), long: day(4, "12-31") }],
      ["goal", { name: trust, why: say("Возвращаются туда, где слышат.", "People come back to where they are heard."), borrows: repeat, horizon: "middle", due: day(2, "06-30"), owner: chief }],
      ["goal", { name: known, why: say("В новом районе покупают у знакомых.", "In a new district people buy from whom they know."), borrows: repeat, horizon: "tactical", due: day(1, "06-30"), owner: chief }],
      ["task", { name: answer, goal: trust, owner: chief, due: day(1, "12-31") }],
      ["task", { name: show, goal: known, owner: analyst, due: day(1, "05-31") }],
    ],
    strategy: [
      ["strategy", { summary: say("Сначала слышим и отвечаем, потом рассказываем.", "First we hear and answer, then we tell.") }],
      ["instrument", { name: replies, channel, format: say("ответ", "reply"), media: "earned", line: "service", audience: [segment], cost: 0 }],
      ["instrument", { name: films, channel, format: say("вертикальное видео", "vertical film"), media: "own", line: "expansion", audience: [segment], cost: 1200 }],
    ],
    tactics: [
      ["tactic", { name: duty, instrument: replies, how: say("Дежурный отвечает до 20:00, сложное передаёт службе заботы.", "Whoever is on duty answers until 8 p.m. and hands hard cases to customer care.") }],
      ["tactic", { name: shoot, instrument: films, how: say("Пекарь показывает одно дело за минуту.", "A baker shows one thing in a minute.") }],
    ],
    actions: [
      ["action", { name: rota, task: answer, tactic: duty, owner: chief, starts: day(1, "01-12"), ends: day(1, "01-23"), hours: 10 }],
      ["action", { name: script, task: show, tactic: shoot, owner: analyst, starts: day(1, "02-01"), ends: day(1, "04-30"), hours: 60, budget: 900 }],
    ],
    control: [
      ["kpi", { name: returned, kind: "terminal", goal: trust, owner: analyst, unit: "%", direction: "up", baseline: { date: day(0, "01-31"), value: 31 }, targets: [{ date: day(2, "06-30"), value: say("38,5", "38.5") }], source: say("Кассовая система", "Till system"), rhythm: "month" }],
      ["kpi", { name: enquiries, kind: "terminal", goal: known, owner: analyst, unit: say("чел.", "people"), direction: "up", baseline: { date: day(0, "01-31"), value: 120 }, targets: [{ date: day(1, "06-30"), value: 300 }], source: say("Кассовая система", "Till system"), rhythm: "month" }],
      ["kpi", { name: first, kind: "checkpoint", serves: returned, owner: chief, unit: say("ч", "h"), direction: "down", baseline: { date: day(0, "01-31"), value: 96 }, targets: [{ date: day(1, "03-31"), value: 24 }, { date: day(1, "09-30"), value: 8 }], source: say("Выгрузка с карт", "Export from maps"), rhythm: "week", tolerance: "10%", correction: { what: say("Второй дежурный по вечерам", "A second person on duty in the evening"), owner: chief, within: "2d" } }],
      ["kpi", { name: watched, kind: "checkpoint", serves: enquiries, owner: analyst, unit: "%", direction: "up", baseline: { date: day(0, "01-31"), value: 22 }, targets: [{ date: day(1, "03-31"), value: 35 }], source: say("Статистика сообщества", "Community statistics"), rhythm: "week", correction: { what: say("Переснять начало фильмов", "Film the openings again"), owner: analyst, within: "1w" } }],
    ],
    scorecard: [
      ["scorecard", { summary: say("Умеем считать — процессы держат срок — слышим и меняемся — зарабатываем.", "We can reckon, processes keep their time, we hear and change, we earn."), finance: 25, clients: 25, processes: 25, competence: 25 }],
      objective(say("Сервис приносит повторные покупки", "Service brings repeat purchases"), "finance", "service", [returned]),
      objective(say("Новые районы приносят покупателей", "New districts bring buyers"), "finance", "expansion", [enquiries]),
      objective(hears, "clients", "listening", [first], [say("Сервис приносит повторные покупки", "Service brings repeat purchases")]),
      objective(say("Услышанное меняет пекарню за неделю", "What is heard changes the bakery within a week"), "clients", "flexibility", [first], [say("Новые районы приносят покупателей", "New districts bring buyers")]),
      objective(say("Жалоба проходит без задержек", "A complaint passes without delay"), "processes", "", [first], [hears]),
      objective(say("Решения опираются на модели", "Decisions rest on models"), "competence", "", [watched], [say("Жалоба проходит без задержек", "A complaint passes without delay")]),
      ["initiative", { name: say("Ответ в тот же день", "An answer on the same day"), objective: hears, owner: chief, actions: [rota], due: day(1, "06-30") }],
    ],
    processes: [
      ["process", { name: process, kind: "business", unit: care, purpose: say("Вернуть доверие после ошибки", "Win back trust after a mistake"), owner: support, bpmn: "processes/complaint.bpmn", touches_smm: true, smm_part: say("Принимает жалобу на людях и возвращает ответ", "Takes the complaint in public and brings the answer back") }],
      ["handoff", { name: say("Жалоба — в службу заботы", "A complaint goes to customer care"), what: say("Переписка и адрес пекарни", "The conversation and the bakery's address"), from: ours, to: care, agreed: "2h", process }],
    ],
    people: [
      ["competence", { name: models, family: "quantitative", purpose: say("Сказать, что к чему привело", "Say what led to what") }],
      ["role", { name: say("Аналитик", "Analyst"), purpose: say("Находит, что к чему ведёт", "Finds out what leads to what"), needs: { [models]: 3 } }],
      ["software", { name: say("Статистический пакет", "Statistics workbench"), kind: "analytical", purpose: say("Модели по недельным показаниям", "Models of the weekly figures"), owner: analyst, cost: 600, until: day(3, "12-31") }],
    ],
    listening: [
      ["listening", { summary: say("Слушаем, что говорят о хлебе рядом с домом.", "We listen to what is said about bread nearby."), themes: [say("Утренние очереди", "Queues in the morning"), say("Хлеб для детей", "Bread for children")] }],
      ["source", { name: say("Отзывы на картах", "Reviews on maps"), kind: "reviews", url: "https://maps.example/bread" }],
      ["query", { name: query, text: say("хлеб AND (очередь OR чёрствый)", "bread AND (queue OR stale)"), sources: [say("Отзывы на картах", "Reviews on maps")], purpose: "listen" }],
      ["route", { name: say("Жалобы — в службу заботы", "Complaints to customer care"), query, to: care, person: support, within: "2h" }],
    ],
    /** Who signs in as whom. */
    names: { chief, analyst, director, support },
    /** What the analyst has learned: written into an element that is there already. */
    learned: [analyst, { roles: [say("Аналитик", "Analyst")], competences: { [models]: 4 } }],
    task: answer,
  };
}
