using static CecSim.Server.Tests.Faults.FaultyCec;

namespace CecSim.Server.Tests.Faults;

/// <summary>The fault that calls an answer something else, and leaves all the rest of it.</summary>
public sealed class ContentTypeTests
{
    private const string Told = "application/json;charset=UTF-8";

    private static readonly ContentType Html = new("text/html");

    [Fact]
    public async Task An_answer_of_another_content_type_is_the_same_to_the_byte()
    {
        await using var cec = await TestCec.StartAsync(AtCheck(new ContentType("text/html; charset=GBK")));
        var client = await cec.SignInAsync();

        var answer = await client.CheckAsync();

        Assert.Equal((200, "text/html; charset=GBK", CheckBody), (answer.Status, answer.ContentType, answer.Body));
        Assert.Null(answer.Why);
    }

    [Fact]
    public async Task Answers_that_the_fault_leaves_alone_keep_their_content_type()
    {
        await using var cec = await TestCec.StartAsync(At(
            CecOperation.CheckClickToCallSupport, new FaultWhen { Nth = 2 }, Html));
        var client = await cec.SignInAsync();

        var types = new List<string?>();
        for (var i = 0; i < 3; i++)
        {
            types.Add((await client.CheckAsync()).ContentType);
        }

        Assert.Equal([Told, "text/html", Told], types);
    }

    [Fact]
    public async Task A_refusal_comes_as_another_content_type_too()
    {
        await using var cec = await TestCec.StartAsync(AtCheck(Html, new StatusAnswer(503)));
        var client = await cec.SignInAsync();

        var answer = await client.CheckAsync();

        Assert.Equal((503, "text/html"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task An_answer_without_a_body_has_no_content_type_that_could_be_wrong()
    {
        await using var cec = await TestCec.StartAsync(AtCheck(Html, new StatusAnswer(204)));
        var client = await cec.SignInAsync();

        Assert.Null((await client.CheckAsync()).ContentType);
    }

    [Fact]
    public async Task An_event_in_an_answer_of_another_content_type_counts_as_delivered()
    {
        await using var cec = await TestCec.StartAsync(AtEvents(
            [new ScriptStep.Queued(), new ScriptStep.Connected()], new FaultWhen { Nth = 1 }, Html));
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        Assert.Equal("text/html", (await client.PollAsync()).ContentType);
        Assert.Equal("Call connected", (await client.PollAsync()).Text("resultDesc"));
    }
}
