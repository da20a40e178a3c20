"""Random dependency systems and their solutions by NumPy, as a referee for Moat's solver.

    python3 generate.py fixtures                 # rewrites Fixtures/, the systems every test run solves
    python3 generate.py large DIR [NODES...]     # larger ones for a comparison by hand:
    MOAT_REFEREE=DIR swift test -c release --filter RefereeTests

A file holds one system, a line each: `nodes N`, `fix NODE DOCUMENTED POSSIBLE`, `edge FROM TO SIZE`
(TO `?` where nobody knows whom, SIZE `?` where nobody knows how much, `LEAST:MOST` where it lies
between two ends, a least one of 0 excluded) and `share NODE DOCUMENTED POSSIBLE`, the solution.

The solution is found in another way than Moat's. Where all sizes are known, `I - P` is a matrix and
`numpy.linalg.solve` (LAPACK, partial pivoting) solves it. Where sizes are unknown, the equations with
min and max are iterated from above and from below until nothing moves, and what comes out is then
solved once more with LAPACK for the rows that were chosen. Where sizes lie between two ends, the
bounds are a linear program: the greatest x with `sum of least * (x[u] - x[v]) + sum of room *
max(0, x[u] - x[v]) <= 0` for every node u, and `x[u] <= x[v]` behind an unknown size.
"""

import pathlib
import sys

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import lil_matrix


def random_system(
    rng, nodes, edges, unknown_sizes=0.0, unknown_ends=0.0, heavy=False, between=0.0
):
    """Edges as (from, to or None, size, None or (least, most)); node 0 is the target, node 1 is not."""
    fixed = {0: (1.0, 1.0), 1: (0.0, 0.0)}
    if nodes > 6 and rng.random() < 0.5:
        fixed[2] = (0.25, 0.5)
    made = []
    for _ in range(edges):
        source = int(rng.integers(nodes))
        target = None if rng.random() < unknown_ends else int(rng.integers(nodes))
        if rng.random() < unknown_sizes:
            size = None
        elif heavy:
            size = float(np.round(10 ** rng.uniform(-3, 6), 3))
        else:
            size = float(rng.integers(0, 100))
        if between and size is not None and rng.random() < between:
            least = 0.0 if rng.random() < 0.6 else size
            size = (least, least + float(rng.integers(1, 200)))
        made.append((source, target, size))
    return nodes, fixed, made


def closed_nodes(nodes, fixed, edges):
    """Nodes from which neither a fixed node nor an unknown end can be reached."""
    grounded = set(fixed)
    while True:
        more = {
            source
            for source, target, size in edges
            if size != 0 and source not in grounded and (target is None or target in grounded)
        }
        if not more:
            return [node for node in range(nodes) if node not in grounded]
        grounded |= more


def rows(nodes, fixed, edges, open_value, end):
    """P and g of x = P x + g for the known sizes, pinned nodes as identity rows, and the unknowns."""
    pinned = {node: bounds[end] for node, bounds in fixed.items()}
    for node in closed_nodes(nodes, fixed, edges):
        pinned.setdefault(node, open_value)
    matrix = np.zeros((nodes, nodes))
    gain = np.zeros(nodes)
    total = np.zeros(nodes)
    unknown = {}
    for source, target, size in edges:
        if source in pinned or size == 0:
            continue
        if size is None:
            unknown.setdefault(source, []).append(target)
            continue
        total[source] += size
        if target is None:
            gain[source] += size * open_value
        else:
            matrix[source, target] += size
    has = total > 0
    matrix[has] /= total[has, None]
    gain[has] /= total[has]
    for node, value in pinned.items():
        gain[node] = value
    return matrix, gain, has, pinned, unknown


def bound(nodes, fixed, edges, end):
    """All documented (end 0) or all possible (end 1) shares."""
    open_value, better = (0.0, np.minimum) if end == 0 else (1.0, np.maximum)
    matrix, gain, has, pinned, unknown = rows(nodes, fixed, edges, open_value, end)
    if not unknown:
        return np.linalg.solve(np.eye(nodes) - matrix, gain)

    def candidates(x, node, targets):
        return [open_value if target is None else x[target] for target in targets]

    x = np.full(nodes, 1.0 - open_value)
    for node, value in pinned.items():
        x[node] = value
    for _ in range(1_000_000):
        new = matrix @ x + gain
        for node, targets in unknown.items():
            values = candidates(x, node, targets)
            extreme = min(values) if end == 0 else max(values)
            new[node] = better(new[node], extreme) if has[node] else extreme
        if np.max(np.abs(new - x)) < 1e-15:
            x = new
            break
        x = new
    chosen, offset = matrix.copy(), gain.copy()
    for node, targets in unknown.items():
        values = candidates(x, node, targets)
        best = int(np.argmin(values) if end == 0 else np.argmax(values))
        mean = matrix[node] @ x + gain[node]
        ahead = values[best] < mean - 1e-12 if end == 0 else values[best] > mean + 1e-12
        if not has[node] or ahead:
            chosen[node], offset[node] = 0.0, 0.0
            if targets[best] is None:
                offset[node] = open_value
            else:
                chosen[node, targets[best]] = 1.0
    try:
        exact = np.linalg.solve(np.eye(nodes) - chosen, offset)
    except np.linalg.LinAlgError:
        return x
    return exact if np.max(np.abs(exact - x)) < 1e-9 else x


def program(nodes, fixed, edges, end):
    """The same bounds by linear programming, for sizes between two ends too."""
    open_value = float(end)
    # At the greatest end the complement is asked for, whose least is wanted.
    pinned = {node: abs(end - bounds[end]) for node, bounds in fixed.items()}
    for node in closed_nodes(nodes, fixed, edges):
        pinned.setdefault(node, 0.0)
    outgoing = {}
    for source, target, size in edges:
        if source not in pinned and size != 0:
            outgoing.setdefault(source, []).append((target, size))
    extra = sum(isinstance(size, tuple) for row in outgoing.values() for _, size in row)
    zero = nodes + extra
    rows, limits, place = [], [], nodes
    for node, row in outgoing.items():
        ends = [size if isinstance(size, tuple) else (size, size) for _, size in row if size]
        total = sum(least for least, _ in ends)
        balance = {}
        for target, size in row:
            other = zero if target is None else target
            if size is None or total == 0:
                rows.append({node: 1.0, other: -1.0} if other != node else {})
                limits.append(0.0)
            if size is None:
                continue
            least, most = size if isinstance(size, tuple) else (size, size)
            if other != node:
                balance[node] = balance.get(node, 0.0) + least
                balance[other] = balance.get(other, 0.0) - least
            if isinstance(size, tuple):
                if other != node:
                    rows.append({node: 1.0, other: -1.0, place: -1.0})
                    limits.append(0.0)
                balance[place] = balance.get(place, 0.0) + most - least
                place += 1
        if total > 0:
            rows.append(balance)
            limits.append(0.0)
    matrix = lil_matrix((len(rows), zero + 1))
    for index, row in enumerate(rows):
        for column, value in row.items():
            matrix[index, column] = value
    bounds = [(pinned[node], pinned[node]) if node in pinned else (0, 1) for node in range(nodes)]
    bounds += [(0, None)] * extra + [(0, 0)]
    cost = np.concatenate([-np.ones(nodes), np.zeros(extra + 1)])
    found = linprog(
        cost, matrix.tocsr() if rows else None, limits if rows else None, bounds=bounds,
        method="highs", options={"primal_feasibility_tolerance": 1e-10},
    )
    assert found.status == 0, found.message
    x = polished(np.array(found.x[:nodes]), outgoing, pinned)
    return np.abs(open_value - x)


def polished(x, outgoing, pinned):
    """The same solution to the last digit: the weights that it chose, solved with LAPACK."""
    nodes = len(x)
    matrix, gain = np.eye(nodes), np.zeros(nodes)
    for node in range(nodes):
        if node in pinned or node not in outgoing:
            gain[node] = pinned.get(node, x[node])
            continue
        value = [0.0 if target is None else x[target] for target, _ in outgoing[node]]
        sizes = [size for _, size in outgoing[node]]
        ends = [(0.0, None) if s is None else s if isinstance(s, tuple) else (s, s) for s in sizes]
        total = sum(least for least, _ in ends)
        lowest = [
            place for place, (_, most) in enumerate(ends) if most is None or total == 0
        ]
        best = min(lowest, key=lambda place: value[place], default=None)
        weights = [
            most if most is not None and v < x[node] - 1e-9 else least
            for v, (least, most) in zip(value, ends)
        ]
        mean = np.dot(weights, value) / sum(weights) if sum(weights) > 0 else 1.0
        if best is not None and (sum(weights) == 0 or value[best] < mean - 1e-9):
            weights = [1.0 if place == best else 0.0 for place in range(len(value))]
        for (target, _), weight in zip(outgoing[node], weights):
            if target is not None:
                matrix[node, target] -= weight / sum(weights)
    try:
        exact = np.linalg.solve(matrix, gain)
    except np.linalg.LinAlgError:
        return x
    return exact if np.max(np.abs(exact - x)) < 1e-6 else x


def write(path, system):
    nodes, fixed, edges = system
    is_between = any(isinstance(size, tuple) for _, _, size in edges)
    solve = program if is_between else bound
    low, high = solve(nodes, fixed, edges, 0), solve(nodes, fixed, edges, 1)
    lines = [f"nodes {nodes}"]
    lines += [f"fix {node} {a!r} {b!r}" for node, (a, b) in sorted(fixed.items())]
    for source, target, size in edges:
        text = "?" if size is None else repr(size)
        if isinstance(size, tuple):
            text = f"{size[0]!r}:{size[1]!r}"
        lines.append(f"edge {source} {'?' if target is None else target} {text}")
    lines += [f"share {node} {float(low[node])!r} {float(high[node])!r}" for node in range(nodes)]
    path.write_text("\n".join(lines) + "\n")


def fixtures(folder):
    folder.mkdir(exist_ok=True)
    rng = np.random.default_rng(20261121)
    shapes = [
        ("known-sparse", 20, 30, 0.0, 0.0, False),
        ("known-dense", 25, 200, 0.0, 0.0, False),
        ("known-heavy", 40, 120, 0.0, 0.0, True),
        ("known-ends", 30, 90, 0.0, 0.1, False),
        ("known-core", 60, 600, 0.0, 0.02, True),
        ("unknown-core", 60, 600, 0.1, 0.02, False),
        ("unknown-few", 30, 70, 0.1, 0.02, False),
        ("unknown-many", 30, 70, 0.5, 0.02, False),
        ("unknown-dense", 25, 200, 0.2, 0.0, False),
        ("unknown-heavy", 60, 150, 0.15, 0.05, True),
    ]
    for name, nodes, edges, sizes, ends, heavy in shapes:
        write(folder / f"{name}.txt", random_system(rng, nodes, edges, sizes, ends, heavy))
    rng = np.random.default_rng(20261129)
    shapes = [
        ("between-few", 20, 40, 0.0, 0.0, 0.3),
        ("between-some", 25, 60, 0.1, 0.02, 0.3),
        ("between-many", 30, 80, 0.1, 0.02, 0.8),
        ("between-dense", 25, 200, 0.05, 0.01, 0.5),
        ("between-core", 60, 400, 0.02, 0.0, 0.4),
    ]
    for name, nodes, edges, sizes, ends, between in shapes:
        write(
            folder / f"{name}.txt",
            random_system(rng, nodes, edges, sizes, ends, False, between))


def large(folder, counts):
    folder.mkdir(parents=True, exist_ok=True)
    for count in counts:
        for part, (sizes, ends) in enumerate([(0.0, 0.0), (0.0, 0.02), (0.1, 0.02)]):
            for degree in (2, 4, 8):
                rng = np.random.default_rng([count, part, degree])
                system = random_system(rng, count, count * degree, sizes, ends)
                write(folder / f"{count}-{degree}-{part}.txt", system)


if __name__ == "__main__":
    if sys.argv[1:2] == ["fixtures"]:
        fixtures(pathlib.Path(__file__).parent / "Fixtures")
    elif sys.argv[1:2] == ["large"] and len(sys.argv) > 2:
        large(pathlib.Path(sys.argv[2]), [int(n) for n in sys.argv[3:]] or [100, 500, 1000, 2000])
    else:
        sys.exit(__doc__)
