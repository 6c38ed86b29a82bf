using CecSim.Server.Tests.Control.Stream;
using CecSim.Server.Tests.Gateway;
using CecSim.Server.Tests.Phones;

namespace CecSim.Server.Tests.Control;

public sealed class PhoneTests
{
    [Fact]
    public async Task A_registered_softphone_is_told_in_its_own_space_with_its_agent_its_address_and_its_end()
    {
        var north = new SpaceSettings
        {
            Name = "north",
            AppKey = "north",
            TenantSpaceId = "1",
            Agents = [new AgentSettings { WorkNo = 1007, SipAccount = "8888", SipPassword = "one" }],
        };
        var south = north with
        {
            Name = "south",
            AppKey = "south",
            TenantSpaceId = "2",
            Agents = [new AgentSettings { WorkNo = 1008, SipAccount = "8888", SipPassword = "two" }],
        };
        await using var cec = await TestCec.StartAsync(new CecSimArgs { SipPort = 0, Spaces = [north, south] });
        var control = new ControlApiClient(cec.Http);
        (await control.GetAsync("spaces/south/phones")).MustBeJson("""{"phones":[],"refused":[]}""");

        await SoftphoneTests.RegisterAsync(cec, "8888", "two");

        (await control.GetAsync("spaces/north/phones")).MustBeJson("""{"phones":[],"refused":[]}""");
        var phones = await control.GetAsync("spaces/south/phones");
        var from = (string)phones["phones"]![0]!["from"]!;
        Assert.StartsWith("127.0.0.1:", from, StringComparison.Ordinal);
        phones.MustBeJson(
            $$"""
            {"phones":[{"account":"8888","workNo":1008,"contact":"sip:8888@{{from}}","transport":"udp",
            "from":"{{from}}","expiresAt":"2026-01-05T10:00:00+00:00"}],"refused":[]}
            """);
    }

    [Theory]
    [InlineData("88881001", "localhost", "The password of the account '88881001' is another")]
    [InlineData("88881001", "elsewhere.test", "The account '88881001' is not of the domain 'elsewhere.test'")]
    [InlineData("1002", "localhost", "No account here is named '1002'")]
    public async Task Who_was_refused_is_told_with_what_was_wrong(string account, string domain, string why)
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            SipPort = 0,
            Spaces =
            [
                new SpaceSettings
                {
                    Agents = [new AgentSettings { WorkNo = 1, SipAccount = "88881001", SipPassword = "cti-1234" }],
                },
            ],
        });

        await SoftphoneTests.RefusedAsync(cec, account, "guess", domain);

        var phones = await new ControlApiClient(cec.Http).GetAsync("spaces/demo/phones");
        var refused = Assert.Single(phones["refused"]!.AsArray())!;
        Assert.Equal(
            (account, domain, "udp"),
            ((string?)refused["account"], (string?)refused["domain"], (string?)refused["transport"]));
        Assert.StartsWith($"{why}: ", (string?)refused["why"], StringComparison.Ordinal);
        var journal = await new ControlApiClient(cec.Http).GetAsync("spaces/demo/journal?method=REGISTER");
        var entry = Assert.Single(
            journal["entries"]!.AsArray(),
            e => e!["wrong"]!.AsArray().Any(w => ((string)w!).StartsWith(why, StringComparison.Ordinal)))!;
        var explained = await cec.ReadAsync($"{ControlAnswers.Space}/explain/{entry["id"]}");
        Assert.StartsWith($"It was refused: {why}: ", (string?)explained["decided"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_that_answers_no_OPTIONS_is_not_reachable_until_it_answers_again()
    {
        await using var cec = await TestCec.StartAsync(PhoneBench.Centre() with
        {
            SipOptionsEvery = TimeSpan.FromMinutes(1),
        });
        using var phone = await WirePhone.RegisterAsync(cec, "88881001");
        var control = new ControlApiClient(cec.Http);
        Assert.Null((await control.GetAsync("spaces/demo/phones"))["phones"]![0]!["isReachable"]);
        using var stream = await SseReader.FollowAsync(cec);
        var binding = Assert.Single(cec.Sip.Registrar.All());
        var gateway = cec.Gateway;

        gateway.Probed(binding, isReachable: true);
        gateway.Probed(binding, isReachable: false);
        Assert.False((bool)(await control.GetAsync("spaces/demo/phones"))["phones"]![0]!["isReachable"]!);
        gateway.Probed(binding, isReachable: true);

        Assert.True((bool)(await control.GetAsync("spaces/demo/phones"))["phones"]![0]!["isReachable"]!);
        var journal = await control.GetAsync("spaces/demo/journal?method=OPTIONS");
        Assert.Equal(
            [408, 200], journal["entries"]!.AsArray().Select(e => (int)e!["response"]!["status"]!));
        foreach (var reached in (bool[])[true, false, true])
        {
            var told = (await stream.NextAsync("phone"))["phone"]!;
            Assert.Equal((true, reached), ((bool)told["isRegistered"]!, (bool)told["phone"]!["isReachable"]!));
        }
    }

    [Fact]
    public async Task A_phone_is_sent_OPTIONS_and_called_with_the_session_interval_of_the_server()
    {
        await using var cec = await TestCec.StartAsync(PhoneBench.Centre() with
        {
            SipOptionsEvery = TimeSpan.FromMilliseconds(50),
            SipSessionInterval = TimeSpan.FromMinutes(30),
        });
        using var phone = await WirePhone.RegisterAsync(cec, "88881001");

        Assert.StartsWith("OPTIONS sip:88881001@", await phone.TakeAsync("OPTIONS"), StringComparison.Ordinal);
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        Assert.Equal("1800", WirePhone.Header(await phone.TakeAsync("INVITE"), "Session-Expires"));
    }

    [Fact]
    public async Task A_nonce_that_is_too_old_is_explained_and_nobodys_finding()
    {
        await using var cec = await TestCec.StartAsync(PhoneBench.Centre());
        using var phone = await WirePhone.RegisterAsync(cec, "88881001");

        var answer = await phone.RegisterAgainAsync();

        Assert.Contains(", stale=true", answer, StringComparison.Ordinal);
        Assert.Contains("Warning: 399 cecsim \"The nonce is too old", answer, StringComparison.Ordinal);
        var journal = await new ControlApiClient(cec.Http).GetAsync("spaces/demo/journal?method=REGISTER&status=401");
        Assert.StartsWith(
            "The nonce is too old", (string?)Assert.Single(journal["entries"]!.AsArray())!["wrong"]![0],
            StringComparison.Ordinal);
        Assert.Equal("", await cec.FoundAsync());
        var phones = await new ControlApiClient(cec.Http).GetAsync("spaces/demo/phones");
        Assert.Empty(phones["refused"]!.AsArray());
    }

    [Fact]
    public async Task Who_registers_is_in_the_journal_once_however_often_the_registration_is_refreshed()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            SipPort = 0,
            Spaces =
            [
                new SpaceSettings
                {
                    Agents = [new AgentSettings { WorkNo = 1, SipAccount = "88881001", SipPassword = "cti-1234" }],
                },
            ],
        });

        await SoftphoneTests.RegisterAsync(cec, "88881001", "cti-1234", times: 3);

        var journal = await new ControlApiClient(cec.Http).GetAsync("spaces/demo/journal?method=REGISTER&status=200");
        var entry = Assert.Single(journal["entries"]!.AsArray())!;
        Assert.Equal($"sip:{cec.Space.Media.Domain}", (string)entry["request"]!["url"]!);
        Assert.Contains(
            entry["request"]!["headers"]!.AsArray(),
            h => (string)h!["name"]! == "Contact"
                && ((string)h["value"]!).EndsWith(">;expires=3600", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registration_ends_in_the_time_of_its_space()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            SipPort = 0,
            Clock = Simulation.Clock.ClockSettings.Frozen,
            Spaces =
            [
                new SpaceSettings
                {
                    Agents = [new AgentSettings { WorkNo = 1, SipAccount = "88881001", SipPassword = "cti-1234" }],
                },
            ],
        });
        var control = new ControlApiClient(cec.Http);
        await SoftphoneTests.RegisterAsync(cec, "88881001", "cti-1234");
        Assert.Single((await control.GetAsync("spaces/demo/phones"))["phones"]!.AsArray());

        await cec.Spaces.First.Time.AdvanceAsync(TimeSpan.FromHours(1), TestCec.TestEnds);

        Assert.Empty((await control.GetAsync("spaces/demo/phones"))["phones"]!.AsArray());
        await Eventually.IsTrueAsync("the end of its registration", () => cec.SipBindings == 0);
        await Eventually.IsTrueAsync("that end in the journal", () => cec.Space.Journal.Read().Entries.Count == 2);
        var journal = await control.GetAsync("spaces/demo/journal?method=REGISTER");
        var headers = journal["entries"]!.AsArray().Select(e => e!["request"]!["headers"]!.ToJsonString()).ToList();
        Assert.Single(headers, h => h.Contains("expires=3600", StringComparison.Ordinal));
        var end = Assert.Single(headers, h => h.Contains("expires=0", StringComparison.Ordinal));
        Assert.Contains("Its time is over", end, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("all")]
    public async Task Phones_stay_registered_when_their_space_begins_anew(string scope)
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            SipPort = 0,
            Spaces =
            [
                new SpaceSettings
                {
                    Agents = [new AgentSettings { WorkNo = 1, SipAccount = "88881001", SipPassword = "cti-1234" }],
                },
            ],
        });
        var control = new ControlApiClient(cec.Http);
        await SoftphoneTests.RegisterAsync(cec, "88881001", "cti-1234");
        await cec.AdvanceAsync(600);

        Assert.Equal(200, (await control.PostAsync("spaces/demo/reset", $$"""{"scope":"{{scope}}"}""")).Status);

        var phone = Assert.Single((await control.GetAsync("spaces/demo/phones"))["phones"]!.AsArray())!;
        var left = (DateTimeOffset)phone["expiresAt"]! - cec.Space.Time.ReadNow();
        Assert.Equal(TimeSpan.FromMinutes(50), left);
    }

    [Fact]
    public async Task Phones_of_a_space_that_is_not_there_are_refused()
    {
        await using var cec = await TestCec.StartAsync();

        var phones = await new ControlApiClient(cec.Http).GetAsync("spaces/nowhere/phones");

        phones.MustBeProblem(404, "space-unknown");
    }
}
