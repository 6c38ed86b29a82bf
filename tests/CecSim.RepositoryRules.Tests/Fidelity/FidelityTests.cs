using CecSim.Fidelity;
using CecSim.Fidelity.Falsifying;

namespace CecSim.RepositoryRules.Tests.Fidelity;

/// <summary>FIDELITY.md says what is true of the tests that are there.</summary>
public sealed class FidelityTests
{
    private static readonly IReadOnlyList<Chapter> Chapters = ClaimFiles.Read(Repository.Own);
    private static readonly IReadOnlyList<ShowingTest> Tests = ShowingTests.Read(Repository.Own);

    [Fact]
    public void Every_claim_is_of_a_known_kind() => AssertNone(FidelityRules.StrangeKinds(Chapters));

    [Fact]
    public void Every_claim_rests_on_a_known_basis() => AssertNone(FidelityRules.StrangeBases(Chapters));

    [Fact]
    public void Nothing_is_said_twice() => AssertNone(FidelityRules.SaidTwice(Chapters));

    [Fact]
    public void Every_id_names_one_claim_of_its_chapter() => AssertNone(FidelityRules.StrangeIds(Chapters));

    [Fact]
    public void A_test_shows_only_what_is_claimed() => AssertNone(FidelityRules.ShownAndNotClaimed(Chapters, Tests));

    [Fact]
    public void Every_falsification_finds_its_place() =>
        AssertNone(FidelityRules.FalsificationsWithoutPlace(Chapters, Repository.Own));

    [Fact]
    public void Every_route_of_the_server_is_spoken_of() =>
        AssertNone(FidelityRules.UnmentionedRoutes(Chapters, Repository.Own));

    [Fact]
    public void Every_route_that_is_not_built_is_told_as_such() =>
        AssertNone(FidelityRules.HiddenGaps(Chapters, Repository.Own));

    [Fact]
    public void The_page_is_what_the_claims_say() =>
        GeneratedFile.AssertFresh(
            FidelityPage.File, FidelityPage.Of(Chapters, Tests, FalsifiedFile.Read(Repository.Own)));

    [Fact]
    public void The_product_carries_what_the_claims_say() =>
        GeneratedFile.AssertFresh(
            FidelityData.File, FidelityData.Of(Chapters, Tests, FalsifiedFile.Read(Repository.Own)));

    private static void AssertNone(IEnumerable<string> broken) =>
        Assert.True(!broken.Any(), string.Join(Environment.NewLine, broken));
}
