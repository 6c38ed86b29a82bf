using System.Text;

namespace CecSim.Fidelity;

/// <summary>The claims as FIDELITY.md.</summary>
internal static class FidelityPage
{
    public const string File = "FIDELITY.md";

    private const string Head =
        """
        # How faithful CecSim is, claim by claim

        Generated from `tests/CecSim.Fidelity/Claims`; change it there. A test fails when this page is stale, and
        writes the new one to `artifacts/FIDELITY.md`.

        What is known of CEC's protocol, how it is known, and the test that would fail if the simulator did otherwise.
        No live CEC was ever asked: a test shows that the simulator does as the documents say, never that CEC does. Most
        tests look at the bytes of an answer; those named after machines, queues, chats and agents look at the rules
        below them, and `TypeScriptTests.It_passes` runs the tests that stand beside the bar's own scripts.

        A test carries the ids of what it shows: `[Shows("5.3/no-event")]`. Whether it does is tried: for each claim a
        small change of the product makes it false, and at least one of its tests must then fail.
        `dotnet run --project tests/CecSim.Fidelity -- falsify` does so for all claims whose change or tests are new.

        | standing | what is known |
        |---|---|
        | proven | the claim was made false, and a test failed |
        | shown | a test is said to show it; that it fails when the claim is false was not tried |
        | not proven | the claim was made false, and its tests stayed green |
        | no test | the simulator is meant to do so |
        | not built | it does not do so, and says so where it can |

        | basis | how it is known |
        |---|---|
        | documented | a guide states it; "Voice and Video Access" is of 2.5.0 and, as VOIP Access, of 3.6.0 |
        | found | a public page states it: Huawei's API reference, developer guides, web demo; or a client's code |
        | inferred | no document says; this is what the simulator decided on |

        """;

    public static string Of(
        IReadOnlyList<Chapter> chapters,
        IReadOnlyList<ShowingTest> tests,
        IReadOnlyDictionary<string, Falsified> falsified)
    {
        var byClaim = ShowingTests.ByClaim(tests);
        var standings = new Standings(byClaim, falsified);
        var page = new StringBuilder(Head).Append('\n');
        page.Append("| | proven | shown | not proven | no test | not built | all |\n|---|---|---|---|---|---|---|\n");
        foreach (var chapter in chapters)
        {
            AppendCounts(page, $"[{chapter.Title}](#{AnchorOf(chapter.Title)})", chapter.Claims, standings);
        }

        AppendCounts(page, "**all**", [.. chapters.SelectMany(c => c.Claims)], standings);
        foreach (var chapter in chapters)
        {
            page.Append($"\n## {chapter.Title}\n\n| id | claim | basis | standing |\n|---|---|---|---|\n");
            foreach (var claim in chapter.Claims)
            {
                var proof = Proof(claim, standings.Of(claim), byClaim[claim.Id]);
                page.Append($"| `{claim.Id}` | {claim.Kind}: {Text(claim)} | {Basis(claim)} | {proof} |\n");
            }
        }

        return page.ToString();
    }

    private static void AppendCounts(StringBuilder page, string title, IReadOnlyList<Claim> claims, Standings standings)
    {
        page.Append($"| {title} |");
        foreach (var standing in Enum.GetValues<ClaimStatus>())
        {
            page.Append($" {claims.Count(c => standings.Of(c) == standing)} |");
        }

        page.Append($" {claims.Count} |\n");
    }

    private static string Text(Claim claim) =>
        Cell(claim.Observable is null ? claim.Text : $"{claim.Text}<br>*{claim.Observable}*");

    private static string Basis(Claim claim) =>
        Cell(claim.Against is null ? claim.Basis : $"{claim.Basis}<br>against: {claim.Against}");

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string AnchorOf(string title) => new(
        [.. title.ToLowerInvariant().Replace(' ', '-').Where(c => char.IsLetterOrDigit(c) || c is '-' or '_')]);

    private static string Proof(Claim claim, ClaimStatus standing, IEnumerable<ShowingTest> tests)
    {
        var links = string.Join("<br>", tests.Select(t => $"[{t.Name}]({t.File})"));
        return standing switch
        {
            ClaimStatus.Proven => $"proven: {links}",
            ClaimStatus.Shown => links,
            ClaimStatus.NotProven => $"**not proven**: {links}",
            ClaimStatus.WithoutTest => "**no test**",
            ClaimStatus.NotBuilt => links.Length == 0 ? "**not built**" : $"**not built**<br>{links}",
            _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, claim.Id),
        };
    }
}
