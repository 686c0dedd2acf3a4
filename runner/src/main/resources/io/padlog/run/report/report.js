'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const { names, findings, graphs, sources } = data;
  const CHUNK = 200;
  const KIND = 0, FILE = 1, LINE = 2, COLUMN = 3, FUNCTION = 4, DEPTH = 5, HELD = 6, TEXT = 7;

  const $ = id => document.getElementById(id);
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const draw = (tag, attributes, ...children) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

  // What is looked at.
  let shown = findings.map((_, index) => index);
  let chosen = -1;
  let step = 0;
  let closed = new Set();
  let run = { lines: new Map(), graphs: new Map() };
  let sourceFile = -1;
  let picture = null;

  const graphByKey = new Map(graphs.map(graph => [graph.function + '/' + graph.file, graph]));
  const graphsByName = new Map();
  for (const graph of graphs) graphsByName.set(graph.function, [...(graphsByName.get(graph.function) || []), graph]);
  const graphAt = one => graphByKey.get(one[FUNCTION] + '/' + one[FILE]) || (graphsByName.get(one[FUNCTION]) || [])[0];

  // ---- The list of findings: only a screen or two of it is in the page, more as it is scrolled.

  const list = $('list');

  function option(position) {
    const finding = findings[shown[position]];
    const element = make('div', { className: 'finding', id: 'finding-' + shown[position] },
      make('div', { className: 'where' },
        make('span', { textContent: `${names[finding.file]}:${finding.line}` }),
        make('span', { className: finding.confidence, textContent: finding.confidence })),
      make('div', { className: 'what', textContent: finding.message }),
      make('div', { className: 'where' }, make('span', { textContent: names[finding.rule] })));
    element.setAttribute('role', 'option');
    element.setAttribute('aria-setsize', shown.length);
    element.setAttribute('aria-posinset', position + 1);
    element.setAttribute('aria-selected', shown[position] === chosen);
    element.addEventListener('click', () => choose(position));
    return element;
  }

  function extendList(upTo) {
    const rows = document.createDocumentFragment();
    for (let position = list.children.length; position < Math.min(shown.length, upTo); position++) rows.append(option(position));
    list.append(rows);
  }

  function filter() {
    const words = $('words').value.toLowerCase().split(/\s+/).filter(word => word);
    const is = (id, value) => $(id).value === '' || $(id).value === value;
    shown = [];
    findings.forEach((finding, index) => {
      if (!is('rule', names[finding.rule]) || !is('confidence', finding.confidence) || !is('file', names[finding.file])) return;
      if ($('unit').value !== '' && !finding.units.some(unit => names[unit] === $('unit').value)) return;
      const text = [finding.message, names[finding.rule], names[finding.file], names[finding.function], finding.lock, finding.kind,
        ...finding.callbacks.map(callback => names[callback])].join(' ').toLowerCase();
      if (words.every(word => text.includes(word))) shown.push(index);
    });
    $('count').textContent = shown.length === findings.length ? plural(findings.length, 'finding')
      : `${shown.length} of ${plural(findings.length, 'finding')}`;
    list.replaceChildren();
    extendList(CHUNK);
    if (shown.length === 0) show(-1);
    else if (!shown.includes(chosen)) choose(0);
    else markChosen();
  }

  function markChosen() {
    for (const old of list.querySelectorAll('[aria-selected="true"]')) old.setAttribute('aria-selected', false);
    const element = $('finding-' + chosen);
    if (!element) {
      list.removeAttribute('aria-activedescendant');
      return;
    }
    element.setAttribute('aria-selected', true);
    list.setAttribute('aria-activedescendant', element.id);
    element.scrollIntoView({ block: 'nearest' });
  }

  function choose(position) {
    const inside = Math.max(0, Math.min(position, shown.length - 1));
    if (shown.length === 0) return;
    extendList(inside + CHUNK);
    show(shown[inside]);
    markChosen();
  }

  const move = by => choose(shown.indexOf(chosen) + by);

  function fill(id, all, values) {
    $(id).append(make('option', { value: '', textContent: all }));
    for (const value of [...new Set(values)].sort()) $(id).append(make('option', { value, textContent: value }));
    $(id).addEventListener('change', filter);
  }

  // ---- The path of a finding.

  const path = $('path');

  function show(index) {
    chosen = index;
    const finding = findings[index];
    $('message').textContent = finding ? finding.message : 'No finding';
    $('facts').replaceChildren();
    closed = new Set();
    if (!finding) {
      path.replaceChildren();
      $('source').replaceChildren();
      $('graph').hidden = true;
      return;
    }
    const rule = data.rules.find(one => one.id === names[finding.rule]);
    fact('Rule', names[finding.rule] + (rule ? ': ' + rule.title : ''));
    fact('Confidence', finding.confidence);
    if (finding.lock) fact('Lock', finding.lock);
    if (finding.acquire) fact('Taken at', `${names[finding.acquire[0]]}:${finding.acquire[1]}`);
    if (finding.units.length) fact('Unit', finding.units.map(unit => names[unit]).join(', '));
    if (finding.callbacks.length) fact('Reached by', finding.callbacks.map(callback => names[callback]).join(', '));
    if (rule && rule.false_alarms) fact('Known false alarms', rule.false_alarms);
    run = runOf(finding);
    sourceFile = -1;
    showPath();
    select(finding.steps.length - 1);
  }

  function fact(title, text) {
    $('facts').append(make('dt', { textContent: title }), make('dd', { textContent: text }));
  }

  const stepsOf = () => findings[chosen].steps;
  const opens = index => index + 1 < stepsOf().length && stepsOf()[index + 1][DEPTH] > stepsOf()[index][DEPTH];

  function visible(index) {
    let depth = stepsOf()[index][DEPTH];
    for (let before = index - 1; before >= 0 && depth > 0; before--) {
      if (stepsOf()[before][DEPTH] < depth) {
        if (closed.has(before)) return false;
        depth = stepsOf()[before][DEPTH];
      }
    }
    return true;
  }

  function showPath() {
    path.replaceChildren(...stepsOf().map((one, index) => {
      const element = make('div', { className: 'step', id: 'step-' + index, hidden: !visible(index) },
        make('span', { className: 'number', textContent: index + 1 }),
        make('span', { textContent: opens(index) ? (closed.has(index) ? '▸' : '▾') : '' }),
        make('span', { className: 'text', textContent: one[TEXT] }),
        make('span', { className: 'lock ' + (one[HELD] ? 'held' : 'free'), textContent: one[HELD] ? 'held' : 'free', hidden: !findings[chosen].lock }));
      element.style.setProperty('--depth', Math.min(one[DEPTH], 12));
      element.setAttribute('role', 'treeitem');
      element.setAttribute('aria-level', one[DEPTH] + 1);
      element.setAttribute('aria-selected', index === step);
      if (opens(index)) element.setAttribute('aria-expanded', !closed.has(index));
      element.addEventListener('click', event => {
        if (opens(index) && event.target === element.children[1]) toggle(index);
        select(index);
      });
      return element;
    }));
  }

  function toggle(index) {
    if (!closed.delete(index)) closed.add(index);
    showPath();
  }

  function select(index) {
    step = index;
    for (const old of path.querySelectorAll('[aria-selected="true"]')) old.setAttribute('aria-selected', false);
    const element = $('step-' + index);
    if (element) {
      element.setAttribute('aria-selected', true);
      path.setAttribute('aria-activedescendant', element.id);
      element.scrollIntoView({ block: 'nearest' });
    } else {
      path.removeAttribute('aria-activedescendant');
    }
    showSource();
    showGraph();
  }

  function stepBy(by) {
    for (let index = step + by; index >= 0 && index < stepsOf().length; index += by) {
      if (visible(index)) {
        select(index);
        return;
      }
    }
  }

  // ---- Which way the path takes through the graphs of its functions.

  function runOf(finding) {
    const found = { lines: new Map(), graphs: new Map() };
    const frames = [];
    for (const one of finding.steps) {
      mark(found.lines, one[FILE], one[LINE]);
      if (one[KIND] === 'return-from' && frames[one[DEPTH] + 1]) leave(frames[one[DEPTH] + 1], found);
      frames.length = Math.min(frames.length, one[DEPTH] + 1);
      const graph = graphAt(one);
      if (!graph) continue;
      if (!found.graphs.has(graph)) found.graphs.set(graph, { nodes: new Set(), edges: new Set() });
      let frame = frames[one[DEPTH]];
      if (!frame || frame.graph !== graph) frame = frames[one[DEPTH]] = { graph, node: -1, label: '' };
      advance(frame, one, found.graphs.get(graph));
      if (one[KIND] === 'return') leave(frame, found);
    }
    for (const [graph, { nodes }] of found.graphs) {
      for (const [kind, , , , , , places] of [...nodes].map(node => graph.nodes[node])) {
        if (kind !== 'terminal') places.forEach((line, at) => at % 2 || mark(found.lines, graph.file, line));
      }
    }
    return found;
  }

  function leave(frame, found) {
    const { nodes, edges } = frame.graph;
    const exits = nodes.map((_, node) => node).filter(node => !edges.some(edge => edge[0] === node));
    follow(frame, new Set(exits), found.graphs.get(frame.graph));
  }

  function mark(lines, file, line) {
    if (!lines.has(file)) lines.set(file, new Set());
    lines.get(file).add(line);
  }

  function advance(frame, one, passed) {
    const goals = new Set(nodesAt(frame.graph, one));
    if (goals.size === 0) return;
    if (frame.node < 0) {
      frame.node = goals.values().next().value;
      passed.nodes.add(frame.node);
    } else if (frame.label || !goals.has(frame.node)) {
      follow(frame, goals, passed);
    }
    const branch = / is (TRUE|FALSE)$/.exec(one[TEXT]);
    const where = / goes to (.*)$/.exec(one[TEXT]);
    frame.label = one[KIND] === 'branch' && branch ? branch[1].toLowerCase()
      : one[KIND] === 'switch' && where ? where[1] : one[KIND] === 'exception' ? 'exception' : '';
  }

  function nodesAt(graph, one) {
    const places = node => node[6];
    const at = (node, exact) => places(node).some((line, index) =>
      index % 2 === 0 && line === one[LINE] && (!exact || places(node)[index + 1] === one[COLUMN]));
    const all = graph.nodes.map((_, index) => index);
    const exact = all.filter(index => at(graph.nodes[index], true));
    return exact.length ? exact : all.filter(index => at(graph.nodes[index], false));
  }

  // The shortest way: between two steps the path does not branch, or the branch would be a step.
  function follow(frame, goals, passed) {
    const before = new Map();
    let level = [frame.node];
    let goal = -1;
    let first = true;
    while (level.length && goal < 0) {
      const next = [];
      for (const node of level) {
        frame.graph.edges.forEach((edge, index) => {
          if (edge[0] !== node || before.has(edge[1]) || (first && frame.label && edge[2] !== frame.label)) return;
          before.set(edge[1], index);
          next.push(edge[1]);
        });
      }
      first = false;
      goal = next.find(node => goals.has(node)) ?? -1;
      level = next;
    }
    if (goal < 0) return;
    for (let node = goal, more = true; more;) {
      const index = before.get(node);
      passed.nodes.add(node);
      passed.edges.add(index);
      node = frame.graph.edges[index][0];
      more = node !== frame.node && before.has(node);
    }
    passed.nodes.add(frame.node);
    frame.node = goal;
    frame.label = '';
  }

  // ---- The source.

  function current() {
    const finding = findings[chosen];
    return finding.steps[step] || ['', finding.file, finding.line, finding.column, finding.function, 0, 0, finding.message];
  }

  function showSource() {
    const now = current();
    if (sourceFile !== now[FILE]) {
      sourceFile = now[FILE];
      $('source').replaceChildren(sourceLines(now[FILE]));
    }
    for (const old of $('source').querySelectorAll('.now')) old.classList.remove('now');
    for (const old of $('source').querySelectorAll('.mark')) old.remove();
    const line = $('line-' + now[LINE]);
    $('source-title').textContent = `${names[now[FILE]]}:${now[LINE]}`;
    if (!line) return;
    line.classList.add('now');
    const held = findings[chosen].steps.length ? (now[HELD] ? ' (lock held)' : ' (lock free)') : '';
    line.append(make('span', { className: 'mark', textContent: '◂ ' + now[TEXT] + held }));
    line.scrollIntoView({ block: 'center', inline: 'nearest' });
  }

  function sourceLines(file) {
    const box = make('div', {});
    const lines = run.lines.get(file) || new Set();
    for (const [first, ...texts] of sources[file] || []) {
      if (first > 1) box.append(make('div', { className: 'gap', textContent: '⋯' }));
      texts.forEach((text, index) => box.append(
        make('div', { className: 'line' + (lines.has(first + index) ? ' run' : ''), id: 'line-' + (first + index) },
          make('span', { className: 'number', textContent: first + index }), make('span', { textContent: text }))));
    }
    if (!box.children.length) box.append(make('p', { className: 'gap', textContent: 'The source was not at hand.' }));
    return box;
  }

  // ---- The control-flow graph.

  function showGraph() {
    const now = current();
    const graph = graphAt(now);
    $('graph').hidden = !graph;
    if (!graph) {
      picture = null;
      return;
    }
    const passed = run.graphs.get(graph) || { nodes: new Set(), edges: new Set() };
    if (!picture || picture.graph !== graph || picture.run !== run) {
      picture = { graph, run, boxes: [] };
      $('graph-title').textContent = `Control flow of ${names[graph.function]}, with the path drawn in`;
      $('picture').replaceChildren(pictureOf(graph, passed));
    }
    const here = nodesAt(graph, now).find(node => passed.nodes.has(node));
    picture.boxes.forEach((box, node) => box.classList.toggle('now', node === here));
    if (here !== undefined) picture.boxes[here].scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  function pictureOf(graph, passed) {
    const arrow = draw('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 8, markerHeight: 8,
      markerUnits: 'userSpaceOnUse', orient: 'auto' }, draw('path', { d: 'M0 0L8 4L0 8z' }));
    // As large as the pane, but not too small to read.
    const scale = Math.min(1, Math.max(0.6, ($('picture').clientWidth - 16) / graph.width));
    const svg = draw('svg', { width: graph.width * scale, height: graph.height * scale, role: 'img',
      viewBox: `0 0 ${graph.width} ${graph.height}`,
      'aria-label': `Control flow of ${names[graph.function]}: ${plural(graph.nodes.length, 'box').replace('boxs', 'boxes')}` },
    draw('defs', {}, arrow));
    graph.edges.forEach(([, , label, points], index) => {
      svg.append(draw('path', { d: curve(points), 'marker-end': 'url(#arrow)', class: passed.edges.has(index) ? 'run' : '' }));
      if (label) {
        const up = points[1] > points[points.length - 1];
        svg.append(draw('text', { class: 'label', x: points[0] + 4, y: points[1] + (up ? -5 : 12) }, label));
      }
    });
    graph.nodes.forEach(([kind, x, y, width, height, lines], node) => {
      const box = draw('g', { class: passed.nodes.has(node) ? 'run' : '' },
        draw('rect', { x, y, width, height, rx: kind === 'terminal' ? 12 : 3 }),
        ...lines.map((line, index) => draw('text', { x: x + 8, y: y + 19 + 15 * index }, line)));
      box.addEventListener('click', () => {
        const found = stepsOf().findIndex(one => graphAt(one) === graph && nodesAt(graph, one).includes(node));
        if (found >= 0) select(found);
      });
      picture.boxes.push(box);
      svg.append(box);
    });
    return svg;
  }

  function curve(points) {
    let text = `M${points[0]} ${points[1]}`;
    for (let at = 2; at < points.length; at += 2) {
      const middle = (points[at - 1] + points[at + 1]) / 2;
      text += `C${points[at - 2]} ${middle} ${points[at]} ${middle} ${points[at]} ${points[at + 1]}`;
    }
    return text;
  }

  // ---- What was read, and what not.

  function table(caption, heads, rows, most) {
    const body = make('tbody', {}, ...rows.slice(0, most).map(cells => make('tr', {}, ...cells)));
    const parts = [make('h2', { textContent: caption }), make('table', {},
      make('thead', {}, make('tr', {}, ...heads.map(head => make('th', { scope: 'col', textContent: head })))), body)];
    if (rows.length > most) {
      const more = make('button', { type: 'button', textContent: `Show all ${rows.length}` });
      more.addEventListener('click', () => {
        body.append(...rows.slice(most).map(cells => make('tr', {}, ...cells)));
        more.remove();
      });
      parts.push(more);
    }
    return parts;
  }

  const cell = (text, className = '') => make('td', { textContent: text, className });

  function showCoverage() {
    const read = data.coverage;
    const page = $('coverage-page');
    if (page.children.length) return;
    page.append(...table('Read', ['What', 'How much'], [
      [cell('units'), cell(read.units)], [cell('source files'), cell(read.files)], [cell('lines'), cell(read.lines)],
      [cell('functions read completely'), cell(read.functions)], [cell('functions read in part'), cell(read.partly_read_functions)],
      [cell('functions lost'), cell(read.lost_functions)], [cell('files that could not be read'), cell(read.unreadable_files)],
      [cell('engine'), cell(data.engine)], [cell('padlog'), cell(data.version)],
    ], 20));
    page.append(...table('Verdicts', ['Rule', 'Unit', 'Verdict', 'Why'], data.verdicts.map(verdict => [
      cell(verdict.rule), cell(verdict.unit), cell(verdict.outcome, verdict.outcome), cell(verdict.reason)]), 500));
    page.append(...table('Suppressed in the sources', ['Place', 'Rule', 'What', 'By', 'Why'], data.suppressed.map(one => [
      cell(one.place, 'place'), cell(one.rule), cell(one.message), cell(one.by, 'place'), cell(one.reason)]), 300));
    page.append(...table('Notes', ['Place', 'What'], data.notes.map(note => [cell(note.place, 'place'), cell(note.message)]), 300));
    page.append(...table('Not read, or guessed', ['Place', 'Kind', 'What'], data.diagnostics.map(one => [
      cell(one.file + (one.line ? ':' + one.line : ''), 'place'), cell(one.kind.replaceAll('_', ' ')), cell(one.message)]), 300));
    page.append(...table('Headers not found', ['Name', 'Included by'], read.missing_headers.map(header => [
      cell(header.name, 'place'), cell(header.files === 1 ? '1 file' : header.files + ' files')]), 300));
  }

  function page(name) {
    for (const one of ['findings', 'coverage']) {
      $(one + '-page').hidden = one !== name;
      $(one + '-tab').setAttribute('aria-selected', one === name);
      $(one + '-tab').tabIndex = one === name ? 0 : -1;
    }
    if (name === 'coverage') showCoverage();
  }

  // ---- Keys.

  function keys(element, actions) {
    element.addEventListener('keydown', event => {
      if (event.ctrlKey || event.altKey || event.metaKey || !actions[event.key]) return;
      event.preventDefault();
      actions[event.key]();
    });
  }

  keys(list, {
    ArrowDown: () => move(1), ArrowUp: () => move(-1), PageDown: () => move(10), PageUp: () => move(-10),
    Home: () => choose(0), End: () => choose(shown.length - 1), Enter: () => path.focus(),
  });
  keys(path, {
    ArrowDown: () => chosen >= 0 && stepBy(1), ArrowUp: () => chosen >= 0 && stepBy(-1),
    Home: () => chosen >= 0 && select(0), End: () => chosen >= 0 && select(stepsOf().length - 1),
    ArrowLeft: () => chosen >= 0 && opens(step) && !closed.has(step) && toggle(step),
    ArrowRight: () => chosen >= 0 && closed.has(step) && toggle(step),
    Escape: () => list.focus(),
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || /INPUT|SELECT/.test(event.target.tagName)) return;
    const action = { j: () => move(1), k: () => move(-1), '/': () => $('words').focus() }[event.key];
    if (action) {
      event.preventDefault();
      page('findings');
      action();
    }
  });
  for (const [one, other] of [['findings', 'coverage'], ['coverage', 'findings']]) {
    $(one + '-tab').addEventListener('click', () => page(one));
    const turn = () => {
      page(other);
      $(other + '-tab').focus();
    };
    keys($(one + '-tab'), { ArrowLeft: turn, ArrowRight: turn });
  }
  keys($('words'), { Escape: () => list.focus(), ArrowDown: () => list.focus() });
  $('filters').addEventListener('submit', event => event.preventDefault());
  $('words').addEventListener('input', filter);
  list.addEventListener('scroll', () => {
    if (list.scrollTop + 2 * list.clientHeight > list.scrollHeight) extendList(list.children.length + CHUNK);
  });
  $('theme').addEventListener('click', () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });

  fill('rule', 'All rules', findings.map(finding => names[finding.rule]));
  fill('confidence', 'All confidences', findings.map(finding => finding.confidence));
  fill('unit', 'All units', findings.flatMap(finding => finding.units.map(unit => names[unit])));
  fill('file', 'All files', findings.map(finding => names[finding.file]));
  const defects = data.verdicts.filter(verdict => verdict.outcome === 'Defect').length;
  $('summary').textContent = `${plural(findings.length, 'finding')}, ${plural(defects, 'defect')} in `
    + `${plural(data.coverage.units, 'unit')}, ${plural(data.coverage.files, 'file')}, ${plural(data.coverage.lines, 'line')}`
    + (data.suppressed.length ? `; ${data.suppressed.length} suppressed in the sources` : '')
    + (data.hidden ? `; ${data.hidden} of lower confidence not shown` : '') + (data.stopped ? '; stopped early' : '');
  filter();
  list.focus();
})();
