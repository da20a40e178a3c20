import Dataset
import Insight
import Testing

@Suite struct IndependenceTests {
  /// The laboratory is at home in Europe.
  private static let organisations = ExposureWorld.organisations
    .replacing("csc,CSC,public-lab,research,", with: "csc,CSC,public-lab,research,FR")

  private func lines(
    _ world: ExposureWorld, from slug: String = "nvidia"
  ) throws -> [String] {
    let dataset = world.dataset
    let target = ExposureTarget.organisation(try #require(dataset.organisation(slug)))
    return Independence(of: try world.snapshot(), from: target).rows.map { row in
      let makers = row.makers.map { dataset.slug($0) }.joined(separator: " ")
      let sites = row.sites.map { dataset.slug($0) }.joined(separator: " ")
      return "\(dataset.slug(row.id)) \(row.verdict.rawValue) \(row.without.lowerBound)"
        + "...\(row.without.upperBound) of \(row.accelerators)+\(row.uncounted)"
        + " [\(makers)] [\(sites)]"
    }
  }

  @Test func whoCanDoWithoutASupplier() throws {
    let world = try ExposureWorld(
      compute: """
        lumi,csc,,DE,11912,amd,operational,s1
        next,csc,,DE,,,contracted,s1
        essonne,mistral,,FR,18000,nvidia,building,s1
        open,nebius,,FR,500,,building,s1
        sines,nscale,,DE,100,nvidia,building,s1
        oslo,nscale,,NO,60,amd,building,s1
        """, organisations: Self.organisations)
    let found = try lines(world)
    #expect(found.contains("csc partly 11912...11912 of 11912+1 [amd] [lumi]"))
    #expect(found.contains("mistral none 0...0 of 18000+0 [] []"))
    #expect(found.contains("nebius open 0...500 of 500+0 [] []"))
    #expect(found.contains("nscale partly 60...60 of 160+0 [amd] [oslo]"))
  }

  @Test func aSupplierUpstreamReachesEveryMakerItSupplies() throws {
    let world = try ExposureWorld(
      compute: "lumi,csc,,DE,11912,amd,operational,s1",
      relations: "tsmc,amd,supplies,active,s1",
      organisations: Self.organisations)
    #expect(try lines(world, from: "tsmc") == ["csc none 0...0 of 11912+0 [] []"])
    #expect(try lines(world) == ["csc wholly 11912...11912 of 11912+0 [amd] [lumi]"])
  }

  @Test func aTenantDoesWithoutWhatItsOperatorDoesWithout() throws {
    let world = try ExposureWorld(
      compute: """
        a,nscale,mistral,DE,60,amd,building,s1
        b,nscale,mistral,NO,30,nvidia,building,s1
        """)
    #expect(try lines(world).contains("mistral partly 60...60 of 90+0 [amd] [a]"))
  }
}

/// Laboratories first, then whoever can do without, then by what is left.
@Suite struct IndependenceOrderTests {
  @Test func theMostThatIsLeftStandsFirst() throws {
    let users = "pqrstov"
    let world = try ExposureWorld(
      compute: """
        lab1,lab,,DE,500,nvidia,building,s
        model1,model,,DE,5,amd,building,s
        sci2,sci,,DE,1,nvidia,building,s
        sci1,sci,,DE,5,amd,building,s
        p3,p,,DE,20,zeta,building,s
        p1,p,,DE,30,amd,building,s
        p2,p,,DE,10,eta,building,s
        q1,q,,DE,60,amd,building,s
        q2,q,,DE,40,nvidia,building,s
        r1,r,,DE,60,amd,building,s
        r2,r,,DE,50,nvidia,building,s
        t1,t,,DE,10,nvidia,building,s
        s1,s,,DE,10,nvidia,building,s
        o1,o,,DE,300,,building,s
        v1,v,,DE,70,amd,building,s
        v2,v,,DE,1,nvidia,building,s
        us1,us,,DE,9,amd,building,s
        where1,where,,DE,9,amd,building,s
        """,
      organisations: """
        id,name,kind,layer,country
        nvidia,N,company,chips,US
        amd,A,company,chips,US
        eta,E,company,chips,US
        zeta,Z,company,chips,US
        lab,L,public-lab,infrastructure,FR
        model,M,company,models,FR
        sci,S,company,research,FR
        us,U,company,infrastructure,US
        where,W,company,infrastructure,
        """
          + users.map { "\n\($0),\($0.uppercased()),company,infrastructure,FR" }.joined())
    let dataset = world.dataset
    let rows = Independence(of: try world.snapshot(), from: try world.target("nvidia")).rows
    let words = rows.map {
      "\(dataset.slug($0.id)) \($0.verdict.rawValue) \($0.without.lowerBound) of \($0.accelerators)"
    }
    #expect(
      words == [
        "model wholly 5 of 5", "sci partly 5 of 6", "lab none 0 of 500", "v partly 70 of 71",
        "p wholly 60 of 60", "r partly 60 of 110", "q partly 60 of 100", "o open 0 of 300",
        "s none 0 of 10", "t none 0 of 10",
      ])
    #expect(rows.map(\.isLab) == [true, true, true] + Array(repeating: false, count: 7))
    let free = try #require(rows.first { dataset.slug($0.id) == "p" })
    #expect(free.makers.map { dataset.slug($0) } == ["amd", "eta", "zeta"])
    #expect(free.sites.map { dataset.slug($0) } == ["p1", "p2", "p3"])
  }
}

@Suite struct CustomerStakeTests {
  private func relation(_ customer: String, _ rows: String, _ options: ExposureOptions) throws
    -> String?
  {
    let world = try ExposureWorld(
      relations: rows,
      organisations: ExposureWorld.organisations(
        parents: ["openai": "microsoft", "mistral": "microsoft"]))
    let nscale = try #require(world.dataset.organisation("nscale"))
    let stakes = CustomerStake.all(
      of: nscale, in: CapacityIndex(of: try world.snapshot(), options))
    return stakes.first { world.dataset.slug($0.id) == customer }?.relation?.status.word
  }

  /// Of two members of a group that sign and leave on a day the later row stands.
  @Test func ofTheRowsOfADayTheLastStands() throws {
    let groups = ExposureOptions(folding: .groups)
    let (active, ended) = (
      "openai,nscale,customer-of,active,s3", "mistral,nscale,customer-of,ended,s3"
    )
    #expect(try relation("microsoft", "\(active)\n\(ended)", groups) == "ended")
    #expect(try relation("microsoft", "\(ended)\n\(active)", groups) == "active")
    #expect(try relation("openai", "\(active)\n\(ended)", ExposureOptions()) == "active")
  }

  /// A plan that is let count is firm and no plan; a programme or a campus is neither.
  @Test func aPlanIsASiteThatDoesNotCount() throws {
    let ledger = try ExposureLedger(
      compute: """
        campus,2025,a,c,NO,Narvik,0,nvidia,,230,building,
        firm,2025,a,c,NO,Narvik,7,nvidia,,,building,
        plan,2025,a,c,DE,,50,nvidia,,,announced,
        gone,2025,a,c,DE,,9,nvidia,,,cancelled,
        wide,2025,a,c,DE,,900,nvidia,,,announced,,programme
        """)
    let a = try #require(ledger.dataset.organisation("a"))
    func stakes(_ announced: Announced) throws -> [String] {
      let index = CapacityIndex(
        of: try ledger.snapshot(), ExposureOptions(announced: announced))
      return CustomerStake.all(of: a, in: index).map { stake in
        let plans = stake.plans.map { ledger.dataset.slug($0.id) }.joined(separator: " ")
        return "\(ledger.dataset.slug(stake.id)) \(stake.accelerators) [\(plans)]"
      }
    }
    #expect(try stakes(.beside) == ["c 7 [gone plan]"])
    #expect(try stakes(.counted) == ["c 57 [gone]"])
  }

  @Test func anEarlierRowFurtherDownIsNotTheLatest() throws {
    let ledger = try ExposureLedger(
      relations: """
        c,a,customer-of,,2026-03-01,ended
        c,a,customer-of,,2026-02-01,active
        d,a,customer-of,,2026-12-24,active
        """)
    let a = try #require(ledger.dataset.organisation("a"))
    let stakes = CustomerStake.all(of: a, in: CapacityIndex(of: try ledger.snapshot()))
    #expect(stakes.map { ledger.dataset.slug($0.id) } == ["c"], "D is not known by the day")
    #expect(stakes.first?.relation?.status == .ended)
  }

  @Test func whatALeavingCosts() throws {
    let world = try ExposureWorld(
      compute: """
        a,nscale,microsoft,DE,100,nvidia,building,s1
        b,nscale,microsoft,NO,,nvidia,building,s1
        c,nscale,,NO,40,nvidia,building,s1
        d,nscale,openai,NO,800,nvidia,paused,s2
        e,nscale,openai,NO,,nvidia,cancelled,s2
        f,nebius,openai,DE,70,nvidia,building,s2
        """,
      relations: """
        openai,nscale,customer-of,ended,s3
        mistral,nscale,customer-of,active,s3
        """)
    let dataset = world.dataset
    let id = try #require(dataset.organisation("nscale"))
    let found = CustomerStake.all(
      of: id, in: CapacityIndex(of: try world.snapshot(), ExposureOptions())
    ).map { stake in
      let plans = stake.plans.map { "\(dataset.slug($0.id)) \($0.status.word)" }
      return "\(dataset.slug(stake.id)) \(stake.accelerators)+\(stake.uncounted)"
        + " perhaps \(stake.possible) \(plans) \(stake.relation?.status.word ?? "-")"
    }
    #expect(
      found == [
        #"microsoft 100+1 perhaps 0 [] -"#,
        #"mistral 0+0 perhaps 40 [] active"#,
        #"openai 0+0 perhaps 0 ["d paused", "e cancelled"] ended"#,
      ])
  }

  @Test func theLargestOperatorComesFirst() throws {
    let world = try ExposureWorld(
      compute: """
        a,nebius,,DE,10,nvidia,building,s1
        b,nscale,,DE,60,nvidia,building,s1
        c,csc,,DE,,nvidia,building,s1
        d,mistral,,DE,900,nvidia,announced,s1
        """)
    let found = CapacityProfile.operators(
      in: CapacityIndex(of: try world.snapshot(), ExposureOptions())
    ).map {
      "\($0.key.slug(in: world.dataset)) \($0.accelerators)+\($0.uncounted)"
    }
    #expect(found == ["nscale 60+0", "nebius 10+0", "csc 0+1"])
  }
}
