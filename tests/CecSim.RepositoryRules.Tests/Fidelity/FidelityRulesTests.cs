using CecSim.Fidelity.Falsifying;
using static CecSim.Fidelity.FidelityRules;

namespace CecSim.RepositoryRules.Tests.Fidelity;

/// <summary>Each rule of the claims is broken once, in a repository made for it.</summary>
public sealed class FidelityRulesTests : IDisposable
{
    private const string Claims = "tests/CecSim.Fidelity/Claims/1.yaml";
    private const string Tests = "tests/A/ATests.cs";

    private const string Good =
        """
        - chapter: 1 One
          claims:
            - id: 1/a
              route: '`GET /a`'
              basis: inferred
              against: b
              observable: asked
              falsify:
                in: src/A.cs
                this: 1 + 1
                that: 1 + 2
            - id: 1/b
              route: '`GET /b` or | none'
              basis: inferred
              built: no
            - id: 1/two
              limit: at most two
              basis: documented; Voice and Video Access, section 2.1

        """;

    private readonly TemporaryFolder _folder = new();

    public FidelityRulesTests()
    {
        Write(Claims, Good);
        Write("src/CecSim.Server/OpenApi/vendor.json", "{\n  \"paths\": {\n    \"/a\": {}\n  }\n}");
        Write("src/CecSim.Server/Problems/NotImplementedRoutes.cs", "    [\n        \"/b{name}\",\n    ];");
        Write("src/A.cs", "var a = 1 + 1;");
        Write(
            Tests,
            """
            namespace A;

            public class ATests
            {
                [Theory]
                [InlineData("public void")]
                [Shows("1/a")]
                public async Task It_works(string text)
                {
                }

                [Shows("1/two")]
                public void Dispose() { }
            }
            """);
    }

    private Repository Own => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Good_claims_are_told_as_they_are()
    {
        Assert.Empty(Complaints());
        Assert.EndsWith(
            """
            | | proven | shown | not proven | no test | not built | all |
            |---|---|---|---|---|---|---|
            | [1 One](#1-one) | 0 | 1 | 0 | 1 | 1 | 3 |
            | **all** | 0 | 1 | 0 | 1 | 1 | 3 |

            ## 1 One

            | id | claim | basis | standing |
            |---|---|---|---|
            | `1/a` | route: `GET /a`<br>*asked* | inferred<br>against: b | [ATests.It_works](tests/A/ATests.cs) |
            | `1/b` | route: `GET /b` or \| none | inferred | **not built** |
            | `1/two` | limit: at most two | documented; Voice and Video Access, section 2.1 | **no test** |

            """,
            Page(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 0, "| proven: [ATests.It_works]")]
    [InlineData(1, 1, "| proven: [ATests.It_works]")]
    [InlineData(0, 2, "| **not proven**: [ATests.It_works]")]
    public void A_claim_whose_tests_stayed_green_is_not_proven(int red, int green, string standing)
    {
        FalsifiedFile.Write(Own, [new Falsified("1/a", HashOfA(), red, green)]);

        Assert.Contains(standing, Page(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_of_another_change_is_worth_nothing()
    {
        FalsifiedFile.Write(Own, [new Falsified("1/a", HashOfA(), 1, 0)]);
        Write(Claims, Good.Replace("1 + 2", "1 + 3", StringComparison.Ordinal));

        Assert.DoesNotContain("proven: ", Page(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("limit: at", "whim: at", "of the kind 'whim'")]
    [InlineData("basis: inferred\n      built", "basis: hearsay\n      built", "rests on 'hearsay'")]
    [InlineData("at most two", "'`GET /a`'", "stands twice in '1 One'")]
    [InlineData("id: 1/two", "id: 1/b", "1/b stands twice")]
    [InlineData("id: 1/two", "id: 2/two", "'2/two' is no id of chapter 1")]
    [InlineData("id: 1/a", "id: 1/c", "ATests.It_works shows 1/a, which nobody claims")]
    [InlineData("this: 1 + 1", "this: 2 + 1", "'2 + 1' stands 0 times in src/A.cs")]
    [InlineData("this: 1 + 1", "this: '1'", "'1' stands 2 times in src/A.cs")]
    [InlineData("in: src/A.cs", "in: src/B.cs", "'1 + 1' stands 0 times in src/B.cs")]
    [InlineData("`GET /a`", "`GET /c`", "/a is served, and no claim says so")]
    [InlineData("      built: no\n", "", "/b is not built, and no claim says so")]
    public void A_rule_that_is_broken_is_named(string good, string bad, string complaint)
    {
        Write(Claims, Good.Replace(good, bad, StringComparison.Ordinal));

        Assert.Contains(complaint, Assert.Single(Complaints()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("built: no", "bulit: no", "unknown key: route or bulit")]
    [InlineData("chapter: 1 One", "title: 1 One", "title")]
    [InlineData("id: 1/two\n      limit", "limit", "'at most two' has no id")]
    [InlineData("        that: 1 + 2\n", "", "1/a: falsify has the keys in, this and that")]
    public void What_is_not_written_as_a_claim_is_not_passed_over(string good, string bad, string problem)
    {
        Write(Claims, Good.Replace(good, bad, StringComparison.Ordinal));

        var e = Assert.Throws<InvalidOperationException>(() => ClaimFiles.Read(Own));
        Assert.StartsWith(Claims, e.Message, StringComparison.Ordinal);
        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
    }

    private string HashOfA()
    {
        var claim = ClaimFiles.Read(Own)[0].Claims[0];
        return claim.Falsification!.HashWith(ShowingTests.Read(Own).Select(t => t.FullName));
    }

    private string Page() => FidelityPage.Of(ClaimFiles.Read(Own), ShowingTests.Read(Own), FalsifiedFile.Read(Own));

    private IEnumerable<string> Complaints()
    {
        var chapters = ClaimFiles.Read(Own);
        return
        [
            .. StrangeKinds(chapters), .. StrangeBases(chapters), .. SaidTwice(chapters), .. StrangeIds(chapters),
            .. ShownAndNotClaimed(chapters, ShowingTests.Read(Own)), .. FalsificationsWithoutPlace(chapters, Own),
            .. UnmentionedRoutes(chapters, Own), .. HiddenGaps(chapters, Own),
        ];
    }

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.Path, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
