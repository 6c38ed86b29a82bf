namespace CecSim.RepositoryRules.Tests.Fidelity;

/// <summary>FIDELITY.md says what is true of the tests that are there.</summary>
public sealed class FidelityTests
{
    private static readonly IReadOnlyList<Chapter> Chapters = StatementFiles.Read(Repository.Own);
    private static readonly TestMethods Tests = new(Repository.Own);

    [Fact]
    public void Every_statement_is_of_a_known_kind() => AssertNone(FidelityRules.StrangeKinds(Chapters));

    [Fact]
    public void Every_statement_rests_on_a_known_basis() => AssertNone(FidelityRules.StrangeBases(Chapters));

    [Fact]
    public void Nothing_is_said_twice() => AssertNone(FidelityRules.SaidTwice(Chapters));

    [Fact]
    public void Every_test_that_is_named_exists() => AssertNone(FidelityRules.TestsThatDoNotExist(Chapters, Tests));

    [Fact]
    public void Every_route_of_the_server_is_spoken_of() =>
        AssertNone(FidelityRules.UnmentionedRoutes(Chapters, Repository.Own));

    [Fact]
    public void Every_route_that_is_not_built_is_told_as_such() =>
        AssertNone(FidelityRules.HiddenGaps(Chapters, Repository.Own));

    [Fact]
    public void The_page_is_what_the_statements_say()
    {
        var page = FidelityPage.Of(Chapters, Tests);
        if (Repository.Own.Has(FidelityPage.File) && Repository.Own.Text(FidelityPage.File) == page)
        {
            return;
        }

        var fresh = Path.Combine(Repository.Own.Root, "artifacts", FidelityPage.File);
        File.WriteAllText(fresh, page);
        Assert.Fail($"{FidelityPage.File} is stale: cp artifacts/{FidelityPage.File} {FidelityPage.File}");
    }

    private static void AssertNone(IEnumerable<string> broken) =>
        Assert.True(!broken.Any(), string.Join(Environment.NewLine, broken));
}
