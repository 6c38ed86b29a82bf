using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

public sealed class FaultTests
{
    private const string Faults = "spaces/demo/faults";

    [Fact]
    public async Task A_fault_strikes_from_its_arming_to_its_disarming()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();

        var armed = await control.PostAsync(
            Faults, """{"at":"checkClickToCallSupport","when":{"every":2},"inject":{"status":503}}""");
        Assert.Equal(201, armed.Status);
        Assert.Equal((200, 503), ((await client.CheckAsync()).Status, (await client.CheckAsync()).Status));
        (await control.GetAsync(Faults)).MustBeJson(
            """
            {"faults":[{"id":1,"at":"checkClickToCallSupport","when":{"every":2},"inject":{"status":503},
            "seen":2,"strikes":1}]}
            """);

        Assert.Equal(204, (await control.DeleteAsync($"{Faults}/1")).Status);
        Assert.Equal((200, 200), ((await client.CheckAsync()).Status, (await client.CheckAsync()).Status));
        (await control.DeleteAsync($"{Faults}/1")).MustBeProblem(404, "fault-unknown");
    }

    [Fact]
    public async Task All_faults_are_disarmed_at_once()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        await control.PostAsync(Faults, """{"at":"checkClickToCallSupport","inject":{"status":503}}""");
        await control.PostAsync(Faults, """{"at":"checkClickToCallSupport","inject":"messagingTokenExpired"}""");

        await control.DeleteAsync(Faults);

        Assert.Equal(200, (await client.CheckAsync()).Status);
    }

    [Theory]
    [InlineData("""{"at":"poll","inject":"accessTokenExpired"}""")]
    [InlineData("""{"at":"poll","when":{"nth":2},"inject":{"delay":"1500ms"}}""")]
    [InlineData("""{"at":"poll","when":{"first":3},"inject":{"status":{"code":500,"body":"no"}}}""")]
    [InlineData("""{"at":"send","inject":{"resultCode":"13"}}""")]
    [InlineData("""{"at":"send","inject":{"resultCode":{"code":"13","desc":"busy"}}}""")]
    [InlineData("""{"at":"poll","match":{"userId":"vip-*"},"inject":"hang"}""")]
    [InlineData(
        """{"at":"poll","when":{"probability":0.5,"after":"1s","for":"2s"},"inject":"dropEvent"}""")]
    [InlineData("""{"at":"poll","inject":{"lateEvent":"1500ms"}}""")]
    [InlineData("""{"at":"poll","inject":{"dribble":{"chunks":5,"over":"1s"}}}""")]
    [InlineData("""{"at":"poll","inject":{"delay":{"uniform":{"min":"1s","max":"2s"}}}}""")]
    [InlineData("""{"at":"poll","inject":{"delay":{"logNormal":{"median":"1s","sigma":0.5,"max":"2s"}}}}""")]
    [InlineData("""{"at":"send","inject":"tooManyRequests"}""")]
    [InlineData("""{"at":"send","inject":{"tooManyRequests":{"retryAfter":"5s"}}}""")]
    [InlineData("""{"at":"send","inject":"accessTokenRevoked"}""")]
    [InlineData("""{"at":"invite","inject":{"sipStatus":486}}""")]
    [InlineData("""{"at":"invite","inject":{"sipStatus":{"code":603,"reason":"Not today"}}}""")]
    [InlineData("""{"at":"invite","inject":"noAnswer"}""")]
    [InlineData("""{"at":"invite","inject":{"packetLoss":0.1}}""")]
    [InlineData("""{"at":"invite","inject":{"jitter":"80ms"}}""")]
    [InlineData("""{"at":"invite","inject":{"gatewayHangsUp":"5s"}}""")]
    [InlineData("""{"at":"invite","inject":{"socketDrops":"250ms"}}""")]
    [InlineData("""{"at":"ccbarclient","inject":{"frameLate":"3s"}}""")]
    [InlineData("""{"at":"ccbarclient","inject":{"frameLate":"1.5ms"}}""")]
    [InlineData("""{"at":"thirdPartyValidate","inject":"tlsError"}""")]
    [InlineData("""{"at":"poll","match":{"userId":"vip-*","channel":"7"},"inject":{"delay":"2s"}}""")]
    public async Task A_fault_is_told_in_the_words_that_arm_it(string fault)
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        Assert.Equal(201, (await control.PostAsync(Faults, fault)).Status);
        var told = (await control.GetAsync(Faults)).Body!["faults"]![0]!.AsObject();
        foreach (var name in (string[])["id", "seen", "strikes"])
        {
            Assert.True(told.Remove(name));
        }

        new Reply(201, null, told).MustBeJson(fault);
    }

    [Theory]
    [InlineData("""{"at":"pol","inject":"accessTokenExpired"}""", "did you mean 'poll'?")]
    [InlineData("""{"at":"poll"}""", "inject")]
    [InlineData("""{"at":"tokenByAkSk","inject":"accessTokenExpired"}""", "carries no access token")]
    [InlineData("[]", "expected a mapping")]
    public async Task A_fault_that_no_scenario_could_have_is_a_problem(string fault, string hint)
    {
        await using var cec = await StartAsync();

        var refused = await new ControlApiClient(cec.Http).PostAsync(Faults, fault);

        refused.MustBeProblem(400, "bad-request");
        Assert.Contains(hint, (string?)refused["detail"]);
    }

    [Fact]
    public async Task More_faults_than_can_be_asked_are_refused()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        for (var i = 0; i < 1_000; i++)
        {
            await control.PostAsync(Faults, """{"at":"poll","inject":"accessTokenExpired"}""");
        }

        (await control.PostAsync(Faults, """{"at":"poll","inject":"accessTokenExpired"}"""))
            .MustBeProblem(409, "too-many-faults");
    }
}
