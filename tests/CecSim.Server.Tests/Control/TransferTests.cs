using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

/// <summary>A call is handed on by hand, at each of the ways in.</summary>
public sealed class TransferTests
{
    private const string Agents = "spaces/demo/agents";

    [Fact]
    [Shows("9.3/transfer-to-agent")]
    public async Task The_customer_is_told_168106_and_talks_on_with_who_was_named()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await TalkingAsync(cec, control);

        var first = await control.PostAsync($"{Agents}/1001/transfer", """{"agent":1003}""");

        Assert.Equal("wrapUp", (string?)first["state"]);
        Assert.Contains("\"eventId\":168106", (await client.PollAsync()).Body, StringComparison.Ordinal);
        Assert.Equal("talking", (string?)(await control.PostAsync($"{Agents}/1003/answer"))["state"]);
        Assert.Equal("u1", (string?)(await control.GetAsync(Agents))["agents"][2]!["callWith"]);
    }

    [Theory]
    [InlineData("""{"agent":1001}""", "that is its own number")]
    [InlineData("""{"agent":999}""", "nobody has that number")]
    [InlineData("""{"agent":1002}""", "who would get the call is signed out")]
    [InlineData("""{"queue":"none"}""", "there is no such queue")]
    [InlineData("""{"queue":"video-click"}""", "table 4-2")]
    [InlineData("""{"ivr":"menu"}""", "no such IVR flow")]
    public async Task What_cannot_be_is_a_problem_that_says_why(string target, string why)
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        await control.PostAsync($"{Agents}/1002/sign-out");
        await TalkingAsync(cec, control);

        var problem = await control.PostAsync($"{Agents}/1001/transfer", target);

        problem.MustBeProblem(409, "agent-refuses");
        Assert.Contains(why, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("transfer", null)]
    [InlineData("consult", "{}")]
    [InlineData("transfer", """{"queue":"voice","agent":1003}""")]
    [InlineData("consult", """{"agent":1003,"number":"88889007"}""")]
    [InlineData("transfer", """{"number":"88889007","ivr":"menu"}""")]
    public async Task Without_one_target_there_is_nothing_that_could_be_asked(string action, string? body)
    {
        await using var cec = await StartAsync();

        var problem = await new ControlApiClient(cec.Http).PostAsync($"{Agents}/1001/{action}", body);

        problem.MustBeProblem(400, "bad-request");
        Assert.Equal($"{action} needs one of queue, agent, number and ivr.", (string?)problem["detail"]);
    }

    private static async Task<CecClient> TalkingAsync(TestCec cec, ControlApiClient control)
    {
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        Assert.Equal("talking", (string?)(await control.PostAsync($"{Agents}/1001/answer"))["state"]);
        return client;
    }
}
