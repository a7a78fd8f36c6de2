// The big screen: follows one meeting over the JSON protocol of SignalR and writes what it is told. Nothing else.
const body = document.body;
const words = JSON.parse(body.dataset.words);
const languages = body.dataset.languages.split(',');
const line = document.getElementById('line');
const separator = '\u001e';
let shown = -1;
let pause = 500;
let lost;
let latest;

const say = (language, key, ...gaps) =>
  (words[language]?.[key] ?? key).replace(/\{(\d)\}/g, (_, n) => gaps[n]);
const everywhere = key => languages.map(language => say(language, key)).join(' · ');
const inLanguage = (texts, language) => texts?.[language] ?? Object.values(texts ?? {})[0] ?? '';

const isOver = state => state.meeting.state === 'closed' || state.meeting.state === 'adjourned';

function part(side, name, text) {
  const element = side.querySelector(`[data-part=${name}]`);
  if (element.textContent !== text) element.textContent = text;
}

function outcomeName(language, name) {
  return words[language]?.[name] ?? say(language, `outcome.${name}`);
}

// Of several outcomes it is said which one is carried.
const outcomeIn = (language, { outcome, carried, options }) =>
  carried && options.length > 1 ? say(language, 'carriedOne', outcomeName(language, carried)) : say(language, outcome);

// What is dealt with: the files of one vote by their numbers, or the item by its title.
function subject(state, language) {
  const items = (state.ballot ?? state.last?.ballot)?.items ?? [];
  if (items.length > 1) return say(language, 'block', items.join(', '));
  const item = state.item ?? state.last?.item;
  return item ? `${item.number}. ${inLanguage(item.title, language)}` : say(language, 'noItem');
}

// What is put of each file of a block; of those beyond the most, their numbers.
function marksIn(language, marks, most) {
  if (!marks.length) return [];
  const [shown, others] = [marks.slice(0, most), marks.slice(most).flatMap(put => put.items)];
  return [
    ['p', say(language, 'marks')],
    ...shown.map(put => ['p', `${put.items.join(', ')} – ${inLanguage(put.activities, language)}`, 'marks']),
    ...(others.length ? [['p', `${others.join(', ')} – ${say(language, 'marks.more')}`, 'marks']] : []),
  ];
}

// The decision reached last stands until something else is dealt with.
function showBallot(element, running, last, language, most) {
  const rows = [];
  const ballot = running ?? last?.ballot;
  if (ballot) {
    rows.push(['strong', say(language, running ? `ballot.${ballot.state}` : 'ballot.last')]);
    rows.push(['p', say(language, 'ballot.on', ballot.options.map(option => outcomeName(language, option)).join(' · ')), 'question']);
    if (ballot.activities) rows.push(['p', inLanguage(ballot.activities, language)]);
    rows.push(...marksIn(language, ballot.marks ?? [], most));
    if (running) rows.push(['p', inLanguage(ballot.rule, language)]);
    rows.push(['p', say(language, 'voted', ballot.voted, ballot.entitled)]);
    if (!ballot.tally) rows.push(['p', say(language, 'ballot.hidden')]);
    for (const [name, count] of Object.entries(ballot.tally ?? {}))
      rows.push(['span', `${outcomeName(language, name)} ${count}`, `tally tally-${name}`]);
    if (ballot.outcome) rows.push(['strong', outcomeIn(language, ballot), `outcome outcome-${ballot.outcome}`]);
  }
  write(element, rows);
}

// One line a bloc: nobody reads a sentence from the back of a room. After the end there is nothing left to decide.
function showQuorum(element, state, language) {
  const rows = [];
  if (!isOver(state)) {
    rows.push(['strong', say(language, state.quorum.reached ? 'quorum.reached' : 'quorum.missing')]);
    for (const bloc of state.quorum.blocs)
      rows.push(['span', say(language, 'quorum.bloc', say(language, `bloc.${bloc.name}`), bloc.present, bloc.needed)]);
    if (!state.quorum.chairPresent) rows.push(['span', say(language, 'quorum.noChair')]);
  }
  write(element, rows);
  element.classList.toggle('missing', !isOver(state) && !state.quorum.reached);
}

// The same words again are left as they stand.
function write(element, rows) {
  const written = JSON.stringify(rows);
  if (element.dataset.shown === written) return;
  element.dataset.shown = written;
  element.replaceChildren(...rows.map(([tag, text, look]) => {
    const row = document.createElement(tag);
    row.textContent = text;
    if (look) row.className = look;
    return row;
  }));
}

// «M. de Hautfenne»: where many sit, the whole of each name would leave no room for the item.
const brief = name => name.replace(/^(\p{L})\S*(?=\s)/u, '$1.');

function showSeats(seats) {
  const list = document.getElementById('seats');
  while (list.children.length > seats.length) list.lastChild.remove();
  seats.forEach((seat, i) => {
    const item = list.children[i] ?? list.appendChild(document.createElement('li'));
    const label = `${seat.name} (${languages.map(l => say(l, `group.${seat.group}`)).join(' / ')}): ${everywhere(`status.${seat.status}`)}`;
    if (item.title === label) return;
    item.title = label;
    item.className = `seat seat-${seat.status}`;
    item.dataset.group = seat.group;
    item.textContent = seats.length > 12 ? brief(seat.name) : seat.name;
    const status = document.createElement('span');
    status.className = 'visually-hidden';
    status.textContent = ` ${everywhere(`status.${seat.status}`)}`;
    item.append(status);
  });
  showLegend([...new Set(seats.map(seat => seat.status))].sort());
}

// What the signs before the names mean: those that are there to be seen.
function showLegend(statuses) {
  const legend = document.getElementById('legend');
  if (legend.dataset.shown === statuses.join()) return;
  legend.dataset.shown = statuses.join();
  const name = document.createElement('span');
  name.textContent = `${everywhere('legend')}:`;
  legend.replaceChildren(name, ...statuses.map(status => {
    const sign = document.createElement('span');
    sign.className = `seat seat-${status}`;
    sign.textContent = everywhere(`status.${status}`);
    return sign;
  }));
}

const overflows = () => matchMedia('(min-width: 60rem)').matches && document.documentElement.scrollHeight > innerHeight;

// Nobody scrolls a big screen, and the result and the quorum stand below the activities: closer where it is too much, then as many lines on the activities of a block as there is room for, on both sides alike.
function showBallots(state, sides) {
  let most = (state.ballot ?? state.last?.ballot)?.marks?.length ?? 0;
  const put = () => {
    for (const side of sides) showBallot(side.querySelector('[data-part=ballot]'), state.ballot, state.last, side.dataset.language, most);
  };
  body.classList.remove('tight');
  put();
  body.classList.toggle('tight', overflows());
  while (most-- > 0 && overflows()) put();
}

function show(state) {
  if (state.version < shown) return;
  shown = state.version;
  latest = state;
  const sides = document.querySelectorAll('.display-side');
  for (const side of sides) {
    const language = side.dataset.language;
    part(side, 'title', inLanguage(state.meeting.title, language));
    // Between items of an open meeting there is none; otherwise how the meeting stands is what matters most.
    const [stands, idle] = [say(language, `state.${state.meeting.state}`), state.meeting.state !== 'open' && !state.item && !state.ballot];
    part(side, 'state', idle ? '' : stands);
    part(side, 'item', idle ? stands : subject(state, language));
    part(side, 'reason', state.meeting.reason ? say(language, 'reason', state.meeting.reason) : '');
    showQuorum(side.querySelector('[data-part=quorum]'), state, language);
  }
  showSeats(state.presence);
  showBallots(state, sides);
  body.dataset.version = state.version;
}

function told(message, socket) {
  switch (message.type) {
    case 2:
      clearTimeout(lost);
      pause = 500;
      line.textContent = '';
      show(message.item);
      break;
    case 3:
      if (message.error?.includes('unknownKey')) {
        body.classList.add('revoked');
        line.textContent = everywhere('Revoked');
        socket.revoked = true;
      }
      socket.close();
      break;
    case 6:
      socket.send(JSON.stringify({ type: 6 }) + separator);
      break;
    case 7:
      socket.close();
      break;
  }
}

function connect() {
  const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/hubs/display`);
  let open = false;
  let heard = Date.now();
  const watch = setInterval(() => Date.now() - heard > 40000 && socket.close(), 5000);
  socket.onopen = () => socket.send(JSON.stringify({ protocol: 'json', version: 1 }) + separator);
  socket.onmessage = event => {
    heard = Date.now();
    for (const text of event.data.split(separator).filter(t => t)) {
      const message = JSON.parse(text);
      if (open) {
        told(message, socket);
        continue;
      }
      open = true; // the first answer is that of the handshake
      if (message.error) return socket.close();
      shown = -1;
      socket.send(JSON.stringify({ type: 4, invocationId: '1', target: 'Watch', arguments: [body.dataset.key] }) + separator);
    }
  };
  socket.onclose = () => {
    clearInterval(watch);
    if (socket.revoked) return;
    // Two seconds of grace: a short gap is nobody's business.
    clearTimeout(lost);
    lost = setTimeout(() => { line.textContent = everywhere('Lost'); }, 2000);
    setTimeout(connect, pause);
    pause = Math.min(pause * 2, 10000);
  };
}

// A projector is found, or a window made larger: what fits is another thing then.
addEventListener('resize', () => latest && showBallots(latest, document.querySelectorAll('.display-side')));

line.textContent = everywhere('Connecting');
connect();
