using CecSim.Server.Exchanges;
using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Exchanges;

/// <summary>HEAD is GET without its content, and changes nothing (RFC 9110, 9.2.1 and 9.3.2).</summary>
public sealed class HeadTests
{
    public static TheoryData<string> Paths => [.. VendorRoutes.All.Where(r => r.Method == "GET").Select(r => r.Path)];

    public static TheoryData<string> PathsOfPost =>
        [.. VendorRoutes.All.Where(r => r.Method == "POST").Select(r => r.Path)];

    [Theory, MemberData(nameof(Paths))]
    public async Task HEAD_says_what_GET_says_when_it_is_refused(string path)
    {
        await using var cec = await TestCec.StartAsync();

        var get = await new CecClient(cec.Http, cec.Space.Settings).GetAsync(path);
        var head = await new CecClient(cec.Http, cec.Space.Settings).AskAsync(HttpMethod.Head, path, null);

        Assert.Equal((get.Status, get.Basis, get.Why, ""), (head.Status, head.Basis, head.Why, head.Body));
        Assert.Equal(get.Body.Length, head.Raw.Content.Headers.ContentLength);
    }

    [Fact]
    [Shows("1/head")]
    public async Task HEAD_has_the_length_of_what_GET_brings()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var get = await client.CheckAsync();
        var head = await client.AskAsync(HttpMethod.Head, CheckPath, null);

        Assert.Equal((200, get.ContentType, ""), (head.Status, head.ContentType, head.Body));
        Assert.Equal(get.Body.Length, head.Raw.Content.Headers.ContentLength);
    }

    [Theory, MemberData(nameof(PathsOfPost))]
    public async Task HEAD_is_refused_where_GET_is(string path)
    {
        await using var cec = await TestCec.StartAsync();

        var head = await new CecClient(cec.Http, cec.Space.Settings).AskAsync(HttpMethod.Head, path, null);

        Assert.Equal((405, "POST, OPTIONS"), (head.Status, string.Join(", ", head.Raw.Content.Headers.Allow)));
    }

    [Fact]
    [Shows("1/head-of-poll")]
    public async Task HEAD_of_a_poll_takes_no_event_and_does_not_wait()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var early = await client.AskAsync(HttpMethod.Head, EventsPath, null);
        await client.CreateAsync();
        var late = await client.AskAsync(HttpMethod.Head, EventsPath, null);

        Assert.Equal((200, 200), (early.Status, late.Status));
        Assert.False(late.Raw.Content.Headers.NonValidated.Contains("Content-Length"));
        Assert.Contains("\"eventId\":168101", (await client.PollAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HEAD_does_not_push_a_held_poll_aside()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        await client.AskAsync(HttpMethod.Head, EventsPath, null);

        Assert.False(poll.IsCompleted);
        Assert.Equal("", await cec.FoundAsync());
    }

    [Fact]
    public async Task HEAD_counts_for_no_fault()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Faults =
            [
                new FaultRule(CecOperation.CheckClickToCallSupport, new FaultWhen { Nth = 1 }, new StatusAnswer(503)),
            ],
        });
        var client = await cec.SignInAsync();

        Assert.Equal(200, (await client.AskAsync(HttpMethod.Head, CheckPath, null)).Status);
        Assert.Equal(503, (await client.CheckAsync()).Status);
    }
}
