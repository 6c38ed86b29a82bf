using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Control.Journal;

/// <summary>Why a request was answered as it was.</summary>
public sealed class ExplainTests
{
    [Fact]
    public async Task A_refused_request_learns_each_thing_that_was_wrong_with_it()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        client.Authorization = "abc";
        client.MessagingToken = null;

        var explained = await ExplainAsync(cec, await client.CheckAsync());

        Assert.Equal(
            ["Authorization must be 'Bearer', one space, the AccessToken", "ccmessaging-token is missing"],
            explained["wrong"]!.AsArray().Select(w => (string?)w!["why"]));
        Assert.All(explained["wrong"]!.AsArray(), w => Assert.Equal("4.1", (string?)w!["section"]));
        Assert.Equal("CEC 3.6.0 VOIP Access", (string?)explained["document"]);
        Assert.Contains("the first of 2 things", (string?)explained["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_field_that_is_wrong_is_a_thing_of_its_own()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var explained = await ExplainAsync(cec, await client.PostAsync(CreatePath, """{"channel":1}"""));

        Assert.Equal(
            ["channel must be a string, not a number", "mediaAbility is missing"],
            explained["wrong"]!.AsArray().Select(w => (string?)w!["why"]));
    }

    [Fact]
    public async Task A_refusal_names_the_document_that_decides_it()
    {
        await using var cec = await TestCec.StartAsync("cec-2.5");
        var client = await cec.SignInAsync();
        cec.Space.AccessTokens.Expire(client.Authorization!["Bearer ".Length..]);

        var explained = await ExplainAsync(cec, await client.CheckAsync());

        Assert.Equal("documented; CEC 2.5.0 Voice and Video Access, section 2.2", (string?)explained["basis"]);
        Assert.Equal("6.1", (string?)explained["wrong"]![0]!["section"]);
    }

    [Fact]
    public async Task What_was_fine_is_said_to_be()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var explained = await ExplainAsync(cec, await client.CheckAsync());

        Assert.Equal("Nothing was wrong with it.", (string?)explained["decided"]);
        Assert.Empty(explained["wrong"]!.AsArray());
    }

    [Theory]
    [InlineData("99")]
    [InlineData("server-1")]
    [InlineData("x")]
    public async Task What_is_not_there_cannot_be_explained(string id)
    {
        await using var cec = await TestCec.StartAsync();

        using var response = await cec.Http.GetAsync($"{ControlAnswers.Space}/explain/{id}", TestCec.TestEnds);

        Assert.Equal(404, (int)response.StatusCode);
    }

    private static Task<System.Text.Json.Nodes.JsonNode> ExplainAsync(TestCec cec, Answer answer) =>
        cec.ReadAsync($"{ControlAnswers.Space}/explain/{answer.Header("X-CecSim-Id")}");
}
