'use strict';

// Draws the pictures of a page from the tables beside them: the tables say all, for whoever does not see or draw.
(() => {
  const MARGIN = {top: 8, right: 40, bottom: 24, left: 12};
  const DAY = d3.utcParse('%Y-%m-%d');
  const MONTH = d3.utcParse('%Y-%m');

  const cell = (row, name) => row.querySelector(`[data-is="${name}"]`)?.dataset.value ?? '';

  function canvas(figure, label) {
    const place = figure.querySelector('.canvas');
    const width = Math.max(240, place.clientWidth);
    const height = Math.max(100, place.clientHeight);
    place.replaceChildren();
    const svg = d3.select(place).append('svg')
      .attr('viewBox', `0 0 ${width} ${height}`)
      .attr('role', 'img')
      .attr('aria-label', label);
    return {svg, width, height};
  }

  // By days where there are few, since nothing is known of hours; else as time goes.
  function below(x, width) {
    const room = Math.max(2, Math.floor(width / 100));
    const days = d3.utcDay.count(...x.domain());
    const axis = d3.axisBottom(x).tickSizeOuter(0);
    return days <= 4 * room
      ? axis.ticks(d3.utcDay.every(Math.ceil(days / room))).tickFormat(d3.utcFormat('%-d %b %Y'))
      : axis.ticks(room);
  }

  const rowsOf = figure => [...figure.querySelectorAll('tbody tr')];

  // --- When a claim was stated and disputed: a mark for each, in lanes. ---

  const LANES = [
    {what: 'states', label: 'state it', mark: d3.symbolCircle},
    {what: 'copies', label: 'copy it', mark: d3.symbolCircle},
    {what: 'disputes', label: 'dispute it', mark: d3.symbolTimes},
  ];
  const MARK = 70;
  const STEP = 11;

  function moments(figure) {
    const all = rowsOf(figure)
      .map(row => ({day: DAY(cell(row, 'day')), what: cell(row, 'what'), words: row.textContent.trim().replace(/\s+/g, ' ')}))
      .filter(moment => moment.day);
    if (all.length === 0) {
      return;
    }
    const lanes = LANES.filter(lane => all.some(moment => moment.what === lane.what));
    const {svg, width, height} = canvas(figure, figure.dataset.label);
    const left = 78;
    const [first, last] = d3.extent(all, moment => moment.day);
    const x = d3.scaleUtc()
      .domain([d3.utcDay.offset(first, -1), d3.utcDay.offset(last, 1)])
      .range([left, width - MARGIN.right]);
    const y = d3.scaleBand()
      .domain(lanes.map(lane => lane.what))
      .range([MARGIN.top, height - MARGIN.bottom]);
    svg.append('g').attr('class', 'axis')
      .attr('transform', `translate(0 ${height - MARGIN.bottom})`)
      .call(below(x, width - left));
    for (const lane of lanes) {
      const base = y(lane.what) + y.bandwidth() - 9;
      svg.append('line').attr('class', 'lane').attr('x1', left).attr('x2', width - MARGIN.right).attr('y1', base + 8).attr('y2', base + 8);
      svg.append('text').attr('x', 0).attr('y', base + 3).text(lane.label);
      // What falls on one day stands one above the other, as far as there is room.
      const most = Math.max(1, Math.floor((y.bandwidth() - 10) / STEP));
      for (const [, same] of d3.group(all.filter(moment => moment.what === lane.what), moment => Math.round(x(moment.day) / STEP))) {
        same.forEach((moment, i) => {
          svg.append('path').attr('class', lane.what)
            .attr('d', d3.symbol(lane.mark, MARK)())
            .attr('transform', `translate(${x(moment.day) + Math.floor(i / most) * 4} ${base - (i % most) * STEP})`)
            .append('title').text(moment.words);
        });
      }
    }
  }

  // --- How many in each month. ---

  function bars(figure) {
    const all = rowsOf(figure)
      .map(row => ({month: MONTH(cell(row, 'month')), count: Number(cell(row, 'count'))}))
      .filter(bar => bar.month && bar.count > 0);
    if (all.length === 0) {
      return;
    }
    const {svg, width, height} = canvas(figure, figure.dataset.label);
    const [first, last] = d3.extent(all, bar => bar.month);
    const x = d3.scaleUtc().domain([first, d3.utcMonth.offset(last, 1)]).range([MARGIN.left + 22, width - MARGIN.right]);
    const y = d3.scaleLinear().domain([0, d3.max(all, bar => bar.count)]).nice().range([height - MARGIN.bottom, MARGIN.top]);
    const wide = Math.max(3, Math.min(48, x(d3.utcMonth.offset(first, 1)) - x(first) - 2));
    svg.append('g').attr('class', 'axis')
      .attr('transform', `translate(0 ${height - MARGIN.bottom})`)
      .call(d3.axisBottom(x).ticks(Math.max(2, Math.floor(width / 110))).tickSizeOuter(0));
    svg.append('g').attr('class', 'axis')
      .attr('transform', `translate(${MARGIN.left + 20} 0)`)
      .call(d3.axisLeft(y).ticks(3).tickFormat(d3.format('d')).tickSizeOuter(0));
    svg.selectAll('.bar').data(all).join('rect')
      .attr('class', 'bar')
      .attr('x', bar => x(bar.month) + 1)
      .attr('y', bar => y(bar.count))
      .attr('width', wide)
      .attr('height', bar => y(0) - y(bar.count))
      .append('title').text(bar => `${d3.utcFormat('%B %Y')(bar.month)}: ${bar.count}`);
  }

  // --- Who disputes whom: arrows, thicker where it is more often. ---

  const RADIUS = 7;

  function graph(figure) {
    const own = {id: '', name: figure.dataset.name, own: true};
    const nodes = new Map([['', own]]);
    const links = [];
    for (const row of rowsOf(figure)) {
      const id = cell(row, 'who');
      if (!nodes.has(id)) {
        nodes.set(id, {id, name: cell(row, 'name')});
      }
      const outward = cell(row, 'direction') === 'disputes';
      links.push({source: outward ? '' : id, target: outward ? id : '', count: Number(cell(row, 'count'))});
    }
    if (links.length === 0) {
      return;
    }
    const {svg, width, height} = canvas(figure, figure.dataset.label);
    const all = [...nodes.values()];
    own.fx = width / 2;
    own.fy = height / 2;
    const reach = Math.min(width * 0.36, height * 0.38);
    d3.forceSimulation(all)
      .force('link', d3.forceLink(links).id(node => node.id).distance(reach).strength(0.8))
      .force('charge', d3.forceManyBody().strength(-260))
      .force('collide', d3.forceCollide(26))
      .force('x', d3.forceX(width / 2).strength(0.02))
      .force('y', d3.forceY(height / 2).strength(0.08))
      .stop()
      .tick(300);
    for (const node of all) {
      node.x = Math.max(60, Math.min(width - 60, node.x));
      node.y = Math.max(16, Math.min(height - 22, node.y));
    }
    svg.append('defs').append('marker')
      .attr('id', 'head').attr('viewBox', '0 -4 8 8').attr('refX', 8).attr('markerWidth', 8).attr('markerHeight', 8)
      .attr('markerUnits', 'userSpaceOnUse').attr('orient', 'auto')
      .append('path').attr('class', 'head').attr('d', 'M0,-4L8,0L0,4');
    const most = d3.max(links, link => link.count);
    svg.selectAll('.edge').data(links).join('path')
      .attr('class', 'edge')
      .attr('marker-end', 'url(#head)')
      .attr('stroke-width', link => 1 + 3 * link.count / most)
      .attr('d', arc)
      .append('title').text(link => `${link.source.name} disputes ${link.target.name}: ${link.count}`);
    svg.selectAll('.node').data(all).join('circle')
      .attr('class', node => node.own ? 'node own' : 'node')
      .attr('cx', node => node.x).attr('cy', node => node.y).attr('r', RADIUS);
    svg.selectAll('.label').data(all).join('text')
      .attr('class', 'label')
      .attr('x', node => node.x).attr('y', node => node.y + RADIUS + 13)
      .attr('text-anchor', 'middle')
      .text(node => node.name.length > 26 ? `${node.name.slice(0, 25)}…` : node.name)
      // A long name at the edge moves inwards.
      .attr('x', function(node) {
        const half = this.getComputedTextLength() / 2;
        return Math.max(half, Math.min(width - half, node.x));
      });
  }

  // Bent, so that those in both directions do not lie on one another; from rim to rim.
  function arc(link) {
    const dx = link.target.x - link.source.x;
    const dy = link.target.y - link.source.y;
    const length = Math.hypot(dx, dy) || 1;
    const middle = {x: (link.source.x + link.target.x) / 2 - dy * 0.12, y: (link.source.y + link.target.y) / 2 + dx * 0.12};
    const near = (from, to, gap) => {
      const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
      return [from.x + (to.x - from.x) * gap / far, from.y + (to.y - from.y) * gap / far];
    };
    if (length < 2 * RADIUS) {
      return '';
    }
    return `M${near(link.source, middle, RADIUS)}Q${middle.x},${middle.y} ${near(link.target, middle, RADIUS + 2)}`;
  }

  const KINDS = {moments, bars, graph};

  function draw(figure) {
    KINDS[figure.dataset.picture]?.(figure);
  }

  const figures = [...document.querySelectorAll('figure[data-picture]')];
  figures.forEach(draw);

  let waiting = 0;
  window.addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => figures.forEach(draw), 150);
  });
})();
