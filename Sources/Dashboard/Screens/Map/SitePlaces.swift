import Canvas
import Charts
import Dataset
import Insight

/// The towns of the sites as a map shows them, and the countries whose sites name no town.
struct SitePlaces: Sendable {
  let world: World
  /// True if announced sites are shown, hollow.
  let showsAnnounced: Bool
  /// The unit that discs and figures are in.
  let unit: ComputeUnit
  /// All places: those on the map, then those that cannot be placed.
  let shown: [ComputePlace]
  let placed: [ComputePlace]

  init(world: World, showsAnnounced: Bool, unit: ComputeUnit = .accelerators) {
    self.world = world
    self.showsAnnounced = showsAnnounced
    self.unit = unit
    shown = Compute.places(of: world.snapshot, in: unit, where: world.passes).filter {
      showsAnnounced || !$0.tally.commitments.isEmpty
    }
    placed = shown.filter { $0.coordinate != nil }
  }

  // MARK: In words

  private func sum(_ places: some Sequence<ComputePlace>) -> Double {
    places.reduce(0) { $0 + $1.tally.firm(in: unit).lowerBound }
  }

  /// The firm compute that names no town.
  private var unplaced: Double { sum(shown.dropFirst(placed.count)) }

  var headline: [Span] {
    let isOpen = shown.contains {
      $0.tally.firm(in: unit).upperBound > $0.tally.firm(in: unit).lowerBound
    }
    let left = unit == .accelerators ? 0 : shown.reduce(0) { $0 + $1.tally.unknown(in: unit) }
    return [
      Span("Map · ", .heading),
      Span((isOpen ? "at least " : "") + NumberFormat.integer(sum(shown)), Style(.strong, .bold)),
      Span(" firm \(unit.title)"),
      Span(", \(placed.count) towns on the map"),
      Span(left > 0 ? " · \(counted(left, "site")) left out" : "", .possible),
      Span(unplaced > 0 ? " · \(NumberFormat.integer(unplaced)) without a town" : "", .possible),
    ]
  }

  /// The name of a place: `Narvik, Norway`; `Germany, town not named`.
  func name(of place: ComputePlace) -> String {
    let country = world.dataset.name(place.country)
    if place.city.isEmpty { return "\(country), town not named" }
    return place.coordinate == nil
      ? "\(place.city), \(country), not placed" : "\(place.city), \(country)"
  }

  /// The sites of a place, in three lines.
  func facts(of place: ComputePlace) -> [[Span]] {
    let tally = place.tally
    var figures: [Span] = []
    if unit != .accelerators, !tally.commitments.isEmpty {
      figures = [Span("firm: ")] + tally.words(in: unit)
    } else if tally.isOfUnknownSize {
      figures = [Span("firm: unknown size, \(counted(tally.unknown, "site"))", .possible)]
      figures.append(
        Span(tally.runningUnknown > 0 ? ", \(tally.runningUnknown) running" : ", none running"))
    } else if tally.commitments.isEmpty {
      figures = [Span("none firm")]
    } else {
      figures = [
        Span(NumberFormat.integer(tally.accelerators), Style(.strong, .bold)),
        Span(" firm, \(tally.runningWords)"),
      ]
    }
    if tally.announced(in: unit) > 0, showsAnnounced {
      let announced = NumberFormat.integer(tally.announced(in: unit))
      figures.append(Span(" · \(announced) announced", .possible))
    }
    if unit == .accelerators, tally.unknown > 0, !tally.isOfUnknownSize {
      figures.append(Span(" · \(tally.unknown) of unknown size", .possible))
    }
    if unit != .mw, tally.megawatts > 0 {
      figures.append(Span(" · \(NumberFormat.figure(tally.megawatts)) MW", .dim))
    }
    let vendors = place.vendors.map { vendor in
      let count =
        vendor.tally.firm(in: unit).lowerBound
        + (showsAnnounced ? vendor.tally.announced(in: unit) : 0)
      let name = vendor.id.map(world.dataset.name) ?? "vendor not said"
      return count > 0 ? "\(name) \(NumberFormat.integer(count))" : name
    }.joined(separator: ", ")
    return [
      [Span(name(of: place), Style(.strong, .bold))],
      figures, [Span(vendors, .dim)],
    ]
  }

  /// The legend of the marks, with the compute of each maker: `● firm ○ announced N NVIDIA ●380 k ○970 k`.
  ///
  /// It takes at most so many lines: without the figures where it would take more.
  func legend(after title: Span, within width: Int, lines most: Int) -> [[Span]] {
    let lines = [true, false].map { withFigures in
      ([[title]] + legendEntries(withFigures: withFigures)).packed(within: width)
    }
    return lines.first { $0.count <= most } ?? lines[1]
  }

  private func legendEntries(withFigures: Bool) -> [[Span]] {
    let named = makers.map { vendor, firm, announced -> [Span] in
      func figure(_ mark: Unicode.Scalar, _ count: Double) -> String {
        count > 0 && withFigures ? " \(mark)\(NumberFormat.compact(count))" : ""
      }
      let name = vendor.map(world.dataset.name) ?? "not said"
      return [
        Span(String(mark(of: vendor)), style(of: vendor).adding(.bold)),
        Span(
          " \(name)\(figure(Glyph.markFull, firm))\(figure(Glyph.markNone, announced))", .dim),
      ]
    }
    let marks: [[Span]] =
      [[Span("\(Glyph.markFull)", .plain), Span(" firm", .dim)]]
      + (showsAnnounced ? [[Span("\(Glyph.markNone) announced", .dim)]] : [])
    let title = unit == .accelerators ? [] : [[Span("\(unit.title):", .dim)]]
    // Without figures the marks of firm and announced ones stand nowhere.
    return title + (withFigures ? marks : []) + named
  }

  /// The compute of each maker on the map, the maker in focus first, then by size.
  private var makers: [(vendor: ID<Organisation>?, firm: Double, announced: Double)] {
    var sums: [(vendor: ID<Organisation>?, firm: Double, announced: Double)] = []
    for vendor in placed.flatMap(\.vendors) {
      let firm = vendor.tally.firm(in: unit).lowerBound
      let announced = showsAnnounced ? vendor.tally.announced(in: unit) : 0
      if let index = sums.firstIndex(where: { $0.vendor == vendor.id }) {
        sums[index].firm += firm
        sums[index].announced += announced
      } else {
        sums.append((vendor.id, firm, announced))
      }
    }
    // The maker in focus first, however much is not said.
    let focus = world.dataset.focus
    sums.sort { left, right in
      let isFirst = left.vendor == focus
      if isFirst != (right.vendor == focus), focus != nil { return isFirst }
      return left.firm + left.announced > right.firm + right.announced
    }
    return sums
  }

  // MARK: On the map

  /// The map of the places, their rows being its first sites; rings around those with more announced.
  func map(outlines: [BrailleMap.Outline]) -> BrailleMap {
    let discs = placed.map { site($0, isRing: false) }
    let rings = placed.filter { showsAnnounced && $0.tally.announced(in: unit) > 0 }
      .map { site($0, isRing: true) }
    let largest = placed.map {
      showsAnnounced ? $0.reach(in: unit) : $0.tally.firm(in: unit).lowerBound
    }.max()
    return BrailleMap(outlines: outlines, sites: discs + rings, maximum: largest)
  }

  /// The places alone, to go from one to another.
  var towns: BrailleMap {
    BrailleMap(outlines: [], sites: placed.map { site($0, isRing: false) })
  }

  private func site(_ place: ComputePlace, isRing: Bool) -> BrailleMap.Site {
    let vendor =
      place.vendors.first {
        $0.tally.firm(in: unit).lowerBound + $0.tally.announced(in: unit) > 0
      }?.id ?? place.vendors.first?.id
    let count = isRing ? place.reach(in: unit) : place.tally.firm(in: unit).lowerBound
    let label = "\(place.city)\(count > 0 ? " \(NumberFormat.compact(count))" : "")"
    let isFirm = !place.tally.commitments.isEmpty
    return BrailleMap.Site(
      at: BrailleMap.Coordinate(
        longitude: place.coordinate?.longitude ?? 0, latitude: place.coordinate?.latitude ?? 0),
      value: count > 0 ? count : nil, mark: mark(of: vendor),
      label: isRing ? "" : place.city.isEmpty ? "" : isFirm ? label : place.city,
      style: isRing || !isFirm ? .dim : style(of: vendor), isHollow: isRing)
  }

  /// The first letter of a maker's name; a question mark where the rows do not say.
  private func mark(of vendor: ID<Organisation>?) -> Character {
    guard let vendor, let letter = world.dataset.name(vendor).first else { return "?" }
    return Character(letter.uppercased())
  }

  private func style(of vendor: ID<Organisation>?) -> Style {
    guard let vendor else { return .possible }
    return vendor == world.dataset.focus ? .target : .series(1)
  }

  var outlines: [BrailleMap.Outline] {
    var outlines: [BrailleMap.Outline] = []
    var last: (country: ID<Country>, ring: Int)?
    for point in world.dataset.outlines {
      let coordinate = BrailleMap.Coordinate(
        longitude: point.longitude, latitude: point.latitude)
      if let last, last.country == point.country, last.ring == point.ring {
        outlines[outlines.count - 1].points.append(coordinate)
      } else {
        outlines.append(BrailleMap.Outline(points: [coordinate]))
        last = (point.country, point.ring)
      }
    }
    return outlines
  }

  // MARK: As data

  var pane: Pane {
    Pane("Places", columns: columns, rows: shown, in: world) { [self] place in
      let facts = place.sites.map { Fact.commitment(world.dataset.slug($0.id)) }
      return facts.count == 1 ? facts[0] : .sum(title: name(of: place), facts)
    }
  }

  /// The columns; H100-equivalents stand among them where they are asked for.
  private var columns: [Column<ComputePlace>] {
    guard unit == .h100e else { return SitePlaces.columns }
    return SitePlaces.columns + [
      Column("h100e") { place, _ in place.tally.equivalents.size },
      Column("unknown_h100e") { place, _ in place.tally.equivalents.unsized },
    ]
  }

  private static let columns: [Column<ComputePlace>] = [
    Column("place", .init("Place")) { place, _ in place.city },
    Column("country", .init("Country")) { $1.reference($0.country) },
    Column("accelerators", .init("Accelerators")) { place, _ in place.tally.accelerators },
    Column("announced", .init("Announced")) { place, _ in place.tally.announced },
    Column("unknown", .init("Unknown")) { place, _ in place.tally.unknown },
    Column("mw", .init("MW")) { place, _ in place.tally.megawatts },
    Column("sites", .init("Sites")) { place, _ in place.sites.count },
    Column("latitude") { place, _ in place.coordinate?.latitude },
    Column("longitude") { place, _ in place.coordinate?.longitude },
    Column("commitment_ids") { place, world in
      Words(place.sites.map { world.dataset.slug($0.id) })
    },
  ]

}

extension SitePlaces: JSONConvertible {
  /// The places with their sums, makers and sites; `vendor` is null where no row says.
  var json: JSON {
    let dataset = world.dataset
    return [
      "as_of": world.day, "unit": unit.rawValue, "total": sum(shown), "unplaced": unplaced,
      "sites_listed": SitesByState(of: shown.flatMap(\.sites), in: dataset),
      "makers": makers.map { maker -> JSON in
        [
          "vendor": maker.vendor.map { dataset.slug($0) }, "firm": maker.firm,
          "announced": maker.announced,
        ]
      },
      "places": shown.map { place -> JSON in
        let tally = place.tally
        let own: JSON = [
          "city": place.city, "country": dataset.code(place.country),
          "latitude": place.coordinate?.latitude, "longitude": place.coordinate?.longitude,
          "accelerators": tally.accelerators, "running": tally.running, "unknown": tally.unknown,
          "announced": tally.announced, "mw": tally.megawatts,
          "vendors": place.vendors.map { vendor -> JSON in
            [
              "vendor": vendor.id.map { dataset.slug($0) }, "accelerators": vendor.accelerators,
              "announced": vendor.announced,
            ]
          }, "commitment_ids": place.sites.map { dataset.slug($0.id) },
        ]
        return own.adding(tally.unitJSON(unit))
      },
    ]
  }
}
