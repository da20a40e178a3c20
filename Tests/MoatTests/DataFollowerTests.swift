import Dataset
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import moat

/// Changes on disk that come while the data is being read.
@Suite struct DataFollowerTests {
  private let folder: TemporaryFolder
  private var data: String { folder.path + "/a/b/data" }

  init() throws { folder = try TemporaryFolder() }

  /// A follower of the data whose first reading is followed by an act before anybody hears of it.
  private func follower(after act: @escaping @Sendable () throws -> Void) throws -> DataFollower {
    let folders = try DataFolders(named: [data])
    let isFirst = Mutex(true)
    let reader = DataReader {
      let outcome: DataReader.Outcome
      do throws(DatasetError) { outcome = .success(try folders.dataset()) } catch {
        outcome = .failure(error)
      }
      if isFirst.withLock({ first in
        defer { first = false }; return first
      }) {
        do { try act() } catch { Issue.record(error) }
      }
      return outcome
    }
    return DataFollower(named: [data], folders: folders, reader: reader)
  }

  /// The last that the follower has to hand over, as the event loop takes it: readings are taken first, so that
  /// notices of what came meanwhile wait.
  private func last(of follower: inout DataFollower) -> DataReader.Outcome? {
    var last: DataReader.Outcome?
    while true {
      var waited = [follower.readings, follower.notices].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      guard poll(&waited, 2, follower.isReading ? 20_000 : 200) > 0 else { return last }
      if waited[0].revents != 0 {
        last = follower.take() ?? last
      } else {
        _ = follower.takeNotices()
      }
    }
  }

  private func name(of id: String, in outcome: DataReader.Outcome?) throws -> String {
    let dataset = try #require(try outcome?.get())
    return dataset.string(dataset[try #require(dataset.organisation(id))].name)
  }

  private static func rename(_ file: String, to name: String) throws {
    try String(contentsOfFile: file, encoding: .utf8).replacing("Nscale", with: name)
      .write(toFile: file, atomically: true, encoding: .utf8)
  }

  /// The folders above the package are made, the watch on the first of them tells, and the package comes to lie
  /// there while it is looked for.
  @Test func aPackageThatComesWhileItIsLookedForIsRead() throws {
    var follower = try follower { [data] in
      try FileManager.default.copyItem(atPath: Program.data, toPath: data)
    }
    try FileManager.default.createDirectory(
      atPath: folder.path + "/a/b", withIntermediateDirectories: true)
    let outcome = last(of: &follower)
    #expect(try name(of: "nscale", in: outcome) == "Nscale")
  }

  /// A descriptor names a table in another folder, and the table is written while it is read.
  @Test func aTableOfANewFolderThatChangesWhileItIsReadIsReadAgain() throws {
    let tables = data + "/tables"
    try FileManager.default.createDirectory(
      atPath: folder.path + "/a/b", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Program.data, toPath: data)
    var follower = try follower { try Self.rename(tables + "/organisations.csv", to: "Nscalia") }
    follower.know(try Dataset(folders: [data]))
    try FileManager.default.createDirectory(
      atPath: tables, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: data + "/organisations.csv", toPath: tables + "/organisations.csv")
    let descriptor = data + "/datapackage.json"
    try String(contentsOfFile: descriptor, encoding: .utf8)
      .replacing("\"organisations.csv\"", with: "\"tables/organisations.csv\"")
      .write(toFile: descriptor, atomically: true, encoding: .utf8)
    let outcome = last(of: &follower)
    #expect(try name(of: "nscale", in: outcome) == "Nscalia")
    #expect(follower.takeChanged()?.contains("datapackage.json") == true)
    #expect(follower.takeChanged() == nil, "names are taken once")
  }

  /// Facts read before the follower knew of them may lie where nothing was watched.
  @Test func factsThatLieElsewhereAreReadOnceMore() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/a/b", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Program.data, toPath: data)
    let names = data + "/organisations.csv"
    let elsewhere = folder.path + "/names.csv"
    try FileManager.default.moveItem(atPath: names, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(atPath: names, withDestinationPath: elsewhere)
    var follower = try follower {}
    let dataset = try Dataset(folders: [data])
    try Self.rename(elsewhere, to: "Nscalia")
    follower.know(dataset)
    let outcome = last(of: &follower)
    #expect(try name(of: "nscale", in: outcome) == "Nscalia")
    #expect(follower.takeChanged() == nil, "nothing is told that nobody saw change")
  }

  /// Nothing is read twice where everything was watched.
  @Test func aSavedFileIsReadOnce() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/a/b", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Program.data, toPath: data)
    let folders = try DataFolders(named: [data])
    let count = Mutex(0)
    let reader = DataReader {
      count.withLock { $0 += 1 }
      do throws(DatasetError) { return .success(try folders.dataset()) } catch {
        return .failure(error)
      }
    }
    var follower = DataFollower(named: [data], folders: folders, reader: reader)
    follower.know(try Dataset(folders: [data]))
    #expect(last(of: &follower) == nil)
    try Self.rename(data + "/organisations.csv", to: "Nscalia")
    let outcome = last(of: &follower)
    #expect(try name(of: "nscale", in: outcome) == "Nscalia")
    #expect(count.withLock { $0 } == 1)
    #expect(follower.takeChanged() == ["organisations.csv"])
  }
}
