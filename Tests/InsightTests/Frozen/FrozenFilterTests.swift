import Dataset
import Insight
import Testing

/// The rows that filters find in the frozen ledger, the words for mistakes, and the offers while typing.
@Suite struct FrozenFilterTests {
  private let snapshot: Snapshot

  init() throws { snapshot = try FrozenLedger.snapshot(asOf: "2026-09-30") }

  private static let filters = [
    "nvidia", "\"series b\"", "julich", "company:nvidia", "company:nvidia,nscale",
    "-company:nvidia",
    "developer:mistral-ai", "group:nvidia", "group:nscale", "layer:chips", "-layer:models,chips",
    "country:FR", "country:France,NO", "-country:DE", "home:US", "state:DE", "bloc:EU", "bloc:EEA",
    "jurisdiction:us", "jurisdiction:europe", "region:europe", "kind:fund", "kind:invests-in",
    "kind:news", "kind:owns,hosts", "investor:nvidia", "investor:accel", "lead:accel",
    "-lead:accel", "investors:nvidia", "role:lead", "role:strategic", "role:notifying",
    "role:lead,notifying", "scope:programme", "-scope:site", "instrument:debt",
    "instrument:equity,mixed", "form:debt", "form:AI", "status:announced", "status:closed",
    "status:operational", "status:designated", "status:in-force", "status:active",
    "-status:operational,closed", "missing:penalties", "missing:penalties,notifying",
    "has:penalties", "-has:market-surveillance", "step:penalties", "has:amount", "-has:amount",
    "has:mw", "-has:accelerators", "-has:target", "source:reuters", "publisher:reuters",
    "publisher:\"Financial Times\"", "weights:open", "weights:closed", "briefing:A",
    "text:gigafactory",
    "id:nscale", "confidence:disputed", "confidence:reported,estimate", "date:2026",
    "date>2026-03-09", "date>=2026-03-09", "date<2024", "date<=2024-02", "date:2025-06",
    "since:2026-03", "until:2023", "from:2026-08-01", "to:2022-12-31", "year:2025", "year>2025",
    "year<=2023", "quarter:2026-Q1", "quarter:2025-Q4,2026-Q2", "target:2027", "target>2027-06",
    "target<2026", "published:2026-03", "published>2026-09-01", "amount>1000", "amount>=2bn",
    "amount<5", "amount:100", "raised>500m", "value>10000", "accelerators>10000",
    "accelerators:0", "accelerators<=512", "mw>100", "mw<=10", "parameters>100", "parameters<10",
    "vendor:nvidia", "vendor:amd", "-vendor:nvidia", "operator:nscale", "customer:microsoft",
    "chip:GB300", "chip:H100", "article:6", "instrument:\"AI Act\"", "currency:EUR", "city:Paris",
    "layer:models country:FR", "country:FR amount>100 -status:announced",
    "company:mistral-ai year:2025", "series:seed", "series:\"series a\"",
  ]

  @Test func whatFiltersFind() {
    let lines = Self.filters.map { text -> String in
      do throws(FilterError) {
        let filter = try CompiledFilter(text, for: snapshot)
        return "\(text)\n    \(counts(filter))"
      } catch {
        return "\(text)\n    \(error.message)"
      }
    }
    Golden.expect(lines.joined(separator: "\n") + "\n", "filters")
  }

  private func counts(_ filter: CompiledFilter) -> String {
    let dataset = snapshot.dataset
    let found: [(String, Int)] = [
      ("organisations", dataset.organisations.count { filter.matches($0) }),
      ("countries", dataset.countries.count { filter.matches($0) }),
      ("rounds", snapshot.rounds.count { filter.matches($0) }),
      ("investments", snapshot.investments.count { filter.matches($0) }),
      ("valuations", snapshot.valuations.count { filter.matches($0) }),
      ("compute", snapshot.compute.count { filter.matches($0) }),
      ("relations", snapshot.relations.count { filter.matches($0) }),
      ("authorities", snapshot.authorities.count { filter.matches($0) }),
      ("enforcement", dataset.enforcement.count { filter.matches($0) }),
      ("milestones", dataset.milestones.count { filter.matches($0) }),
      ("claims", dataset.claims.count { filter.matches($0) }),
      ("sources", dataset.sources.count { filter.matches($0) }),
      ("models", snapshot.models.count { filter.matches($0) }),
      ("signatories", snapshot.signatories.count { filter.matches($0) }),
    ]
    let some = found.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
    return some.isEmpty ? "nothing" : some.joined(separator: ", ")
  }

  private static let mistakes = [
    "compny:nscale", "company:", "-", "company:nscale,", "\"open", "\"a\"b", "amount>",
    "amount>ten",
    "amount>1,000", "amount>1.5.5", "date>yesterday", "date:2026-13", "date:2026-02-30",
    "year:20x6",
    "quarter:2026-Q5", "quarter:2026", "layer>models", "layer:modles", "company:nscael",
    "country:Frnace",
    "source:xyzzy", "a or b", "layer:models or layer:chips", "a AND b", "not layer:models",
    "!country:FR",
    "company!=nscale", "company==nscale", "company=nscale", "company : nscale", "amount > 100",
    "> 100", "(layer:models", "[layer:models]", "nv*", "company:nv*", "since:2025,2026",
    "status:runing",
    "vendor:!nvidia", "xyz:1", "bloc:Eu27", "weights:opened", "amount>=<5", "amount:€5",
    "role:leed",
    "country:FR && layer:chips", "country:FR | layer:chips", "missing:fines", "jurisdiction:mars",
  ]

  @Test func howMistakesAreTold() {
    let lines = Self.mistakes.map { text -> String in
      do throws(FilterError) {
        _ = try CompiledFilter(text, for: snapshot)
        return "\(text)\n    no mistake"
      } catch {
        let place = "\(error.range.lowerBound)-\(error.range.upperBound)"
        return "\(text)\n    \(place): \(error.message)\n    corrected: \(error.corrected ?? "-"); "
          + "before: \(error.textBefore.isEmpty ? "-" : error.textBefore)"
      }
    }
    Golden.expect(lines.joined(separator: "\n") + "\n", "filter-mistakes")
  }

  @Test func whatIsOffered() {
    let texts = [
      "", "co", "st", "-ven", "nvi", "mistral", "company:", "company:ns", "country:", "country:fr",
      "-country:ger", "layer:", "layer:m", "status:", "status:o", "quarter:", "date:", "year:",
      "role:", "kind:", "missing:", "has:", "chip:", "chip:b", "source:reu", "publisher:f",
      "city:p",
      "jurisdiction:", "bloc:", "weights:", "briefing:", "id:nsc", "amount>", "company:\"mist",
      "company:nscale,nv", "layer:models cou", "scope:", "step:", "instrument:", "form:", "series:",
      "confidence:", "currency:", "article:",
    ]
    let lines = texts.flatMap { text -> [String] in
      let offers = Filter.completions(of: text, at: text.count, in: snapshot, limit: 6)
      return [text.isEmpty ? "''" : text]
        + offers.map {
          "    \($0.range.lowerBound)-\($0.range.upperBound) \($0.text)  \($0.detail)"
        }
    }
    Golden.expect(lines.joined(separator: "\n") + "\n", "filter-offers")
  }

  @Test func whatNamesAreFound() {
    let dataset = snapshot.dataset
    let names = dataset.organisations.map {
      (name: dataset.name($0.id), other: dataset.slug($0.id))
    }
    let index = NameIndex(names)
    let lines = [
      "nv", "mistral", "ai", "n s", "data center", "juelich", "jülich", "z", "labs ai", "3i",
    ]
    .map { text in
      let hits = index.search(text)
      return "\(text): \(hits.count)\n"
        + hits.prefix(6).map { "    \($0.rank) \(names[$0.index].name)" }.joined(separator: "\n")
    }
    Golden.expect(lines.joined(separator: "\n") + "\n", "names-found")
  }
}
