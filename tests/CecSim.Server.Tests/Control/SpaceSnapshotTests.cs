using CecSim.Server.Snapshots;
using CecSim.Server.Tests.Gateway;
using CecSim.Simulation.Commands;

namespace CecSim.Server.Tests.Control;

/// <summary>A space at the moment of a bug, made again on the server of a colleague.</summary>
public sealed class SpaceSnapshotTests
{
    private const string Scenario =
        """
        name: restless
        about: A call whose waits are drawn, and a fault by chance.
        seed: 11
        calls:
          - match: { media: voice }
            script:
              - queued
              - wait: { min: 1s, max: 9s }
              - connected
              - wait: { min: 1s, max: 9s }
              - transferred
        faults:
          - at: checkClickToCallSupport
            when: { probability: 0.5 }
            inject: { status: 503 }
        """;

    [Fact]
    public async Task A_space_goes_on_elsewhere_as_it_would_have_here()
    {
        await using var here = await TestCec.StartAsync(new CecSimArgs { Spaces = [Settings()] });
        await using var there = await TestCec.StartAsync(new CecSimArgs { Spaces = [] });
        var control = new ControlApiClient(here.Http);
        var client = await here.SignInAsync();
        await LiveAsync(here, client);
        await control.PostAsync("spaces/restless/agents/1001/not-ready", """{"reason":200}""");
        await control.PostAsync("spaces/restless/faults", """{"at":"dropClickToCall","inject":{"delay":"2s"}}""");

        var moment = (await ExportAsync(here)).ToJsonString();
        var made = await new ControlApiClient(there.Http).PostAsync("import", moment);

        Assert.True(made.Status == 201, $"{made.Body}");
        var copy = new CecClient(there.Http, here.Space.Settings)
        {
            Authorization = client.Authorization,
            MessagingToken = client.MessagingToken,
        };
        Assert.Equal(await GoOnAsync(here, client), await GoOnAsync(there, copy));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(1_000)]
    public async Task A_space_whose_time_runs_is_given_away_too(int rate)
    {
        await using var here = await TestCec.StartAsync(new CecSimArgs { Spaces = [] });
        await using var there = await TestCec.StartAsync(new CecSimArgs { Spaces = [] });
        var control = new ControlApiClient(here.Http);
        await control.PostAsync("spaces", $$$"""{"name":"running","clock":{"mode":"running","rate":{{{rate}}}}}""");
        var space = here.Spaces.Find("running")!.Space;
        var client = await here.SignInAsync("ann", space);
        await client.CheckAsync();
        await client.CreateAsync();
        await client.PollAsync();
        await client.ChatAsync("CONNECT");
        await control.PostAsync("spaces/running/faults", """{"at":"dropClickToCall","inject":{"status":503}}""");
        await client.DropAsync();

        var moment = await ExportAsync(here);
        var made = await new ControlApiClient(there.Http).PostAsync("import", moment.ToJsonString());

        Assert.True(made.Status == 201, $"{made.Body}");
        var copy = new CecClient(there.Http, space.Settings)
        {
            Authorization = client.Authorization,
            MessagingToken = client.MessagingToken,
        };
        Assert.Equal(200, (await copy.CheckAsync()).Status);
        Assert.Equal(503, (await copy.DropAsync()).Status);
    }

    [Fact]
    public async Task What_is_held_there_is_held_here_until_the_client_comes_again()
    {
        await using var here = await TestCec.StartAsync(new CecSimArgs { Spaces = [Settings()] });
        await using var there = await TestCec.StartAsync(new CecSimArgs { Spaces = [] });
        var client = await here.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        var held = await here.HeldAsync(client.PollAsync());

        var moment = await ExportAsync(here);
        await new ControlApiClient(there.Http).PostAsync("import", moment.ToJsonString());

        var polls = (await new ControlApiClient(there.Http).GetAsync("spaces/restless/polls"))["polls"]!.AsArray();
        Assert.Equal("clickToCall-2", (string?)polls.Single()!["id"]);
        await here.AdvanceAsync(10);
        Assert.Contains("168101", (await held).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_fault_of_the_gateway_has_begun_is_part_of_it()
    {
        await using var here = await TestCec.StartAsync();
        await using var there = await TestCec.StartAsync(new CecSimArgs { Spaces = [] });
        await new ControlApiClient(here.Http).PostAsync(
            "spaces/demo/faults", """{"at":"invite","when":{"nth":1},"inject":{"gatewayHangsUp":"5s"}}""");
        var call = await InvitedCall.ConnectAsync(here);
        using var phone = await call.OpenPhoneAsync();
        await phone.InviteAsync(call.AccessCode, call.Domain);

        var control = new ControlApiClient(there.Http);
        await control.PostAsync("import", (await ExportAsync(here)).ToJsonString());

        Assert.Equal(
            (1, 1),
            ((int)(await control.GetAsync("spaces/demo/faults"))["faults"]![0]!["seen"]!,
                (int)(await control.GetAsync("spaces/demo/faults"))["faults"]![0]!["strikes"]!));
        await there.AdvanceAsync(5);
        Assert.Equal(
            168105,
            (int)(await control.GetAsync("spaces/demo/calls"))["calls"]![0]!["events"]!.AsArray()[^1]!["eventId"]!);
    }

    [Fact]
    public async Task A_client_that_hung_up_and_keys_that_were_pressed_are_part_of_it()
    {
        await using var here = await TestCec.StartAsync();
        await using var there = await TestCec.StartAsync(new CecSimArgs { Spaces = [] });
        var client = await here.SignInAsync();
        await client.CreateAsync();
        var content = JsonNode.Parse((await client.PollAsync()).Body)!["content"]!;
        using var phone = await BrowserPhone.OpenAsync((string)content["gwAddresses"]![0]!);
        await phone.InviteAsync((string)content["accessCode"]!, (string)content["domain"]!);
        using (var gone = new CancellationTokenSource())
        {
            var poll = await here.HeldAsync(
                client.AskAsync(HttpMethod.Get, CecClient.EventsPath, null, ends: gone.Token));
            var empty = here.Space.Time.WhenWaitingAsync(0, TestCec.TestEnds);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
            await empty;
        }

        var moment = await ExportAsync(here);
        var made = await new ControlApiClient(there.Http).PostAsync("import", moment.ToJsonString());

        Assert.True(made.Status == 201, $"{made.Body}");
        Assert.Equal(
            ["Vendor", "Vendor", "Vendor", "Vendor", "MediaInvited", "MediaJoined", "Vendor", "HungUp"],
            moment["steps"]!.AsArray().Select(s => (string)s!["kind"]!));
    }

    [Fact]
    public async Task A_space_that_was_reset_is_made_again_from_there()
    {
        await using var here = await TestCec.StartAsync(new CecSimArgs { Spaces = [Settings()] });
        await using var there = await TestCec.StartAsync(new CecSimArgs { Spaces = [] });
        var control = new ControlApiClient(here.Http);
        await here.SignInAsync();
        await here.AdvanceAsync(100);
        await control.PostAsync("spaces/restless/reset", """{"scope":"state"}""");
        var client = await here.SignInAsync();

        var moment = await ExportAsync(here);
        var made = await new ControlApiClient(there.Http).PostAsync("import", moment.ToJsonString());

        Assert.True(made.Status == 201, $"{made.Body}");
        Assert.Equal(2, moment["steps"]!.AsArray().Count);
        Assert.Equal(200, (await new CecClient(there.Http, here.Space.Settings)
        {
            Authorization = client.Authorization,
            MessagingToken = client.MessagingToken,
        }.CreateAsync()).Status);
    }

    [Fact]
    public async Task A_space_made_in_code_is_not_given_away_as_another_one()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Calls = [new CallRule { Refuse = CecSim.Simulation.Refusal.NoAgentsAvailable }],
        });
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        var answer = await new ControlApiClient(cec.Http).GetAsync("spaces/demo/export");

        Assert.Equal("urn:cecsim:problem:cannot-be-repeated", (string?)answer["type"]);
        Assert.Contains("other calls", (string)answer["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_is_kept_cannot_be_made_again_and_a_reset_begins_anew()
    {
        await using var cec = await TestCec.StartAsync();
        var control = new ControlApiClient(cec.Http);
        for (var i = 0; i <= CommandLog.CommandsMax; i++)
        {
            cec.Space.Commands.Add(new RecordedCommand(CommandKind.HungUp, default));
        }

        var answer = await control.GetAsync("spaces/demo/export");
        await control.PostAsync("spaces/demo/reset", """{"scope":"all"}""");

        Assert.Equal("More than 20000 requests came to it; a reset begins anew.", (string?)answer["detail"]);
        Assert.Equal("demo", (string?)(await control.GetAsync("spaces/demo/export"))["name"]);
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("""{"version":2}""", 422)]
    [InlineData("""{"scenario":"nam: broken"}""", 422)]
    [InlineData("""{"profile":"cec-9"}""", 422)]
    [InlineData("""{"steps":[{"kind":"Vendor","at":"2026-01-05T09:00:00Z","method":"GET","path":"/no"}]}""", 422)]
    [InlineData("""{"steps":[{"kind":"Control","at":"2026-01-05T09:00:00Z","method":"GET","path":"/no"}]}""", 422)]
    [InlineData("""{"steps":[{"kind":"MediaLeft","at":"2026-01-05T09:00:00Z"}]}""", 422)]
    [InlineData("""{"resetsCount":-1}""", 422)]
    [InlineData("""{"state":{"calls":[1]}}""", 409)]
    [InlineData("""{"name":"Not A Name"}""", 400)]
    public async Task What_is_no_snapshot_is_refused_and_leaves_nothing_behind(string changes, int status)
    {
        await using var here = await TestCec.StartAsync();
        await using var there = await TestCec.StartAsync(new CecSimArgs { Spaces = [] });
        var moment = changes == "{}" ? [] : await ExportAsync(here);
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            moment[name] = value?.DeepClone();
        }

        var answer = await new ControlApiClient(there.Http).PostAsync("import", moment.ToJsonString());

        Assert.Equal(status, answer.Status);
        Assert.Empty(there.Spaces.Hosted);
    }

    [Fact]
    public async Task A_snapshot_whose_credentials_are_taken_is_refused()
    {
        await using var cec = await TestCec.StartAsync();
        var control = new ControlApiClient(cec.Http);
        var moment = await ExportAsync(cec);
        moment["name"] = "demo-2";

        (await control.PostAsync("import", moment.ToJsonString())).MustBeProblem(409, "credentials-taken");
    }

    private static async Task<JsonObject> ExportAsync(TestCec cec)
    {
        var told = await new ControlApiClient(cec.Http).GetAsync($"spaces/{cec.Space.Settings.Name}/export");
        Assert.True(told.Status == 200, $"{told.Body}");
        return told.Body!.AsObject();
    }

    private static SpaceSettings Settings() =>
        CecSim.Scenarios.ScenarioFiles.Parse("restless.yaml", Scenario).Scenarios[0].Space;

    private static async Task LiveAsync(TestCec cec, CecClient client)
    {
        await client.CheckAsync();
        await client.CreateAsync();
        await client.PollAsync();
        await client.ChatAsync("CONNECT");
        await client.ChatAsync("CHAT");
        await cec.AdvanceAsync(3);
        await client.CheckAsync();
        await client.CheckAsync();
    }

    // Whatever is left to chance must fall as it would have.
    private static async Task<string> GoOnAsync(TestCec cec, CecClient client)
    {
        var transcript = new StringBuilder();
        for (var i = 0; i < 8; i++)
        {
            transcript.Append((await client.CheckAsync()).Status).Append(' ');
        }

        for (var i = 0; i < 4; i++)
        {
            var poll = client.PollAsync();
            while (await Task.WhenAny(poll, cec.Space.Time.WhenWaitingAsync(1, TestCec.TestEnds)) != poll)
            {
                await cec.AdvanceAsync(0.5);
            }

            transcript.Append(cec.Space.Time.ReadNow().ToString("O")).Append(' ').AppendLine((await poll).Body);
        }

        // The gateway has the address of its server.
        transcript.AppendLine(await client.FetchAccessTokenAsync());
        return transcript.ToString().Replace(cec.Http.BaseAddress!.Authority, "here", StringComparison.Ordinal);
    }
}
