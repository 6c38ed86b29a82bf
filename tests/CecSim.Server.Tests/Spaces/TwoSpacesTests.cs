namespace CecSim.Server.Tests.Spaces;

/// <summary>Two contact centres behind one address.</summary>
public sealed class TwoSpacesTests
{
    private static readonly SpaceSettings North = new() { Name = "north", AppKey = "north", AppSecret = "n", Seed = 1 };
    private static readonly SpaceSettings South = North with { Name = "south", AppKey = "south", AppSecret = "s" };

    // The same seed on both sides: a token's text alone must not be what keeps them apart.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_token_of_one_space_is_refused_by_the_other(ulong southsSeed)
    {
        await using var cec = await StartAsync(South with { Seed = southsSeed });
        var north = await cec.SignInAsync("ann", cec.Spaces.All[0]);
        var south = await cec.SignInAsync("ann", cec.Spaces.All[1]);

        Assert.Equal(200, (await south.CheckAsync()).Status);

        south.MessagingToken = north.MessagingToken;
        Assert.Equal(403, (await south.CheckAsync()).Status);

        south.Authorization = north.Authorization;
        var answer = await south.CheckAsync();
        Assert.Equal((403, "the access token was not issued to this x-app-key"), (answer.Status, answer.Why));
    }

    [Fact]
    public async Task A_secret_of_one_space_is_refused_by_the_other()
    {
        await using var cec = await StartAsync(South);
        var client = new CecClient(cec.Http, North);

        var answer = await client.PostAsync(CecClient.TokenPath, """{"app_key":"south","app_secret":"n"}""");

        Assert.Equal(403, answer.Status);
    }

    [Fact]
    public async Task Two_users_of_the_same_id_have_calls_of_their_own()
    {
        await using var cec = await StartAsync(South);
        var north = await cec.SignInAsync("ann", cec.Spaces.All[0]);
        var south = await cec.SignInAsync("ann", cec.Spaces.All[1]);

        await north.CreateAsync();

        Assert.Equal("disconnect failed", (await south.DropAsync()).Text("resultDesc"));
        Assert.Equal("Call connected", (await north.PollAsync()).Text("resultDesc"));
    }

    [Fact]
    public async Task The_clock_of_one_does_not_move_the_others()
    {
        await using var cec = await StartAsync(South);
        var north = await cec.SignInAsync("ann", cec.Spaces.All[0]);
        var south = await cec.SignInAsync("ann", cec.Spaces.All[1]);

        await cec.AdvanceAsync(600);

        Assert.Equal(403, (await north.CheckAsync()).Status);
        Assert.Equal(200, (await south.CheckAsync()).Status);
    }

    [Fact]
    public async Task The_faults_of_one_do_not_strike_the_other()
    {
        await using var cec = await StartAsync(South with
        {
            Faults =
            [
                new FaultRule(
                    CecOperation.CheckClickToCallSupport, FaultWhen.Always, new StatusAnswer(503)),
            ],
        });
        var north = await cec.SignInAsync("ann", cec.Spaces.All[0]);
        var south = await cec.SignInAsync("ann", cec.Spaces.All[1]);

        Assert.Equal(200, (await north.CheckAsync()).Status);
        Assert.Equal(503, (await south.CheckAsync()).Status);
    }

    private static Task<TestCec> StartAsync(SpaceSettings south) =>
        TestCec.StartAsync(new CecSimArgs { Spaces = [North, south] });
}
