using CecSim.Server.Fidelity;
using CecSim.Simulation.Findings;
using CecSim.Simulation.Journal;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control.Fidelity;

/// <summary>What is claimed of the protocol can be asked for, and is what explanations and findings cite.</summary>
public sealed class FidelityClaimTests
{
    [Fact]
    public async Task Claims_are_listed_by_section_and_basis()
    {
        await using var cec = await StartAsync();

        var claims = (await cec.ReadAsync("/_cecsim/fidelity?section=5&basis=documented"))["claims"]!.AsArray();

        var noEvent = Assert.Single(claims, c => (string?)c!["id"] == "5.3/no-event")!;
        Assert.Equal("getClickToCallEvents", (string?)noEvent["title"]);
        Assert.Equal("documented; Voice and Video Access, section 5", (string?)noEvent["basis"]);
        Assert.NotEmpty(noEvent["tests"]!.AsArray());
        Assert.All(claims, c => Assert.StartsWith("5", (string?)c!["section"], StringComparison.Ordinal));
        Assert.All(claims, c => Assert.StartsWith("documented", (string?)c!["basis"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_cites_the_claim_and_the_chapter()
    {
        await using var cec = await StartAsync();
        var client = await cec.SignInAsync();
        client.Authorization = "abc";

        var answer = await client.CheckAsync();
        var explained = await cec.ReadAsync(
            $"{ControlAnswers.Space}/explain/{answer.Header("X-CecSim-Id")}");

        Assert.Equal("1/authorization", (string?)explained["wrong"]![0]!["claim"]);
        Assert.Equal("5.1", (string?)explained["chapter"]);
        Assert.Contains("claim 1/authorization", (string?)explained["text"], StringComparison.Ordinal);
        Assert.Contains("cecsim fidelity --section 5.1", (string?)explained["text"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_finding_cites_a_claim_that_is_there()
    {
        var ids = FidelityClaims.All.Select(c => c.Id).ToHashSet();

        Assert.All(
            FindingRule.All,
            r => Assert.True(r.Claim is { } id && ids.Contains(id), $"{r.Code} cites {r.Claim}, which nobody claims"));
    }

    [Fact]
    public void A_finding_names_the_section_of_a_document_only_where_its_claim_rests_on_one()
    {
        var bases = FidelityClaims.All.ToDictionary(c => c.Id, c => c.Basis);

        Assert.Equal(
            [],
            FindingRule.All
                .Where(r => r.Document != "FIDELITY.md")
                .Where(r => !bases[r.Claim!].StartsWith("documented;", StringComparison.Ordinal))
                .Select(r => $"{r.Code} names {r.Section}, while {r.Claim} is {bases[r.Claim!]}"));
    }

    [Fact]
    public void Every_claim_and_chapter_that_an_explanation_cites_is_there()
    {
        var ids = FidelityClaims.All.Select(c => c.Id).ToHashSet();
        var sections = FidelityClaims.All.Select(c => c.Section).ToHashSet();

        Assert.All(
            Enum.GetValues<Refusal>().Select(r => Explanation.ClaimOf(r)).OfType<string>(),
            claim => Assert.Contains(claim, ids));
        Assert.All(
            VendorOperations.All.Select(o => o.Chapter),
            chapter => Assert.Contains(chapter, sections));
    }
}
