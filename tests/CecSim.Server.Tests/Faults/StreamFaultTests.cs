using static CecSim.Server.Tests.Faults.FaultyCec;

namespace CecSim.Server.Tests.Faults;

/// <summary>Over HTTP/2 a fault kills one stream and leaves the connection to the others.</summary>
public sealed class StreamFaultTests
{
    private const int InternalError = 2;

    public static TheoryData<string> Killing =>
        ["emptyResponse", "connectionReset", "garbage", "truncate", "malformedChunk"];

    [Theory, MemberData(nameof(Killing))]
    public async Task A_broken_answer_is_a_reset_of_its_stream_alone(string name)
    {
        Fault fault = name switch
        {
            "emptyResponse" => new EmptyResponse(),
            "connectionReset" => new ConnectionReset(),
            "garbage" => new Garbage(),
            "truncate" => new Truncate(),
            _ => new MalformedChunk(),
        };
        await using var secure = await StartAsync(new SpaceSettings
        {
            Faults = [new FaultRule(CecOperation.CheckClickToCallSupport, new FaultWhen { Nth = 1 }, fault)],
        });
        var client = await secure.Cec.SignInAsync(http: secure.Https);
        var held = await secure.Cec.HeldAsync(client.PollAsync());

        Assert.Equal(InternalError, await ErrorCodeOfAsync(client.CheckAsync()));

        Assert.Equal(200, (await client.CheckAsync()).Status);
        await client.CreateAsync();
        Assert.Equal("Call connected", (await held).Text("resultDesc"));
    }

    [Fact]
    public async Task A_stream_that_dies_with_its_event_takes_nothing_else_along()
    {
        await using var secure = await StartAsync(AtEvents(
            [new ScriptStep.Queued(), new ScriptStep.Connected()],
            new FaultWhen { Nth = 1 },
            new DropConnectionAfterTakingEvent()));
        var client = await secure.Cec.SignInAsync(http: secure.Https);
        await client.CreateAsync();

        Assert.Equal(InternalError, await ErrorCodeOfAsync(client.PollAsync()));

        Assert.Equal("Call connected", (await client.PollAsync()).Text("resultDesc"));
    }

    [Fact]
    public async Task A_dribble_comes_to_its_end()
    {
        await using var secure = await StartAsync(AtCheck(new Dribble(4, TimeSpan.FromSeconds(3))));
        var client = await secure.Cec.SignInAsync(http: secure.Https);
        var answer = await secure.Cec.HeldAsync(client.CheckAsync());

        await secure.Cec.AdvanceAsync(3);

        Assert.Equal(CheckBody, (await answer).Body);
    }

    private static async Task<SecureCec> StartAsync(SpaceSettings settings)
    {
        var secure = await SecureCec.StartAsync(settings);
        secure.Https.DefaultRequestVersion = HttpVersion.Version20;
        secure.Https.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        return secure;
    }

    private static async Task<long> ErrorCodeOfAsync(Task<Answer> answer)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => answer);
        return Assert.IsType<HttpProtocolException>(failure.InnerException ?? failure).ErrorCode;
    }
}
