using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CecSim.Control.Contracts;
using CecSim.ControlClient;

namespace CecSim.Testing.Tests;

/// <summary>What the fixture of the npm package is held to as well: its tests read the same files.</summary>
public sealed class VectorTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public static TheoryData<string> Durations => NamesOf("durations", v => (string)v["text"]!);

    public static TheoryData<string> Advances => NamesOf("advances", v => (string)v["what"]!);

    public static TheoryData<string> Faults => NamesOf("faults", v => v["fault"]!.ToJsonString());

    [Theory]
    [MemberData(nameof(Durations))]
    public async Task A_duration_is_what_the_vectors_say(string text)
    {
        var vector = Find("durations", v => (string?)v["text"] == text);
        await using var space = await NewSpaceAsync();
        var before = (await space.Control.ReadClockAsync(TestEnds)).Now;

        using var http = new HttpClient { BaseAddress = space.Address };
        using var answer = await http.PostAsJsonAsync(
            $"/_cecsim/spaces/{space.Details.Name}/clock", new JsonObject { ["advance"] = text }, TestEnds);

        var taken = (int?)vector["milliseconds"];
        Assert.Equal(taken is null ? HttpStatusCode.BadRequest : HttpStatusCode.OK, answer.StatusCode);
        var now = (await space.Control.ReadClockAsync(TestEnds)).Now;
        Assert.Equal(TimeSpan.FromMilliseconds(taken ?? 0), now - before);
        if (taken is { } milliseconds)
        {
            await space.AdvanceAsync(TimeSpan.FromMilliseconds(milliseconds), TestEnds);
            Assert.Equal(2 * (now - before), (await space.Control.ReadClockAsync(TestEnds)).Now - before);
        }
    }

    [Theory]
    [MemberData(nameof(Advances))]
    public async Task Time_passes_as_the_vectors_say(string what)
    {
        var vector = Find("advances", v => (string?)v["what"] == what);
        await using var space = await NewSpaceAsync((string)vector["scenario"]!);
        using var customer = await Customer.SignInAsync(space);
        await customer.CreateAsync();

        foreach (var step in vector["steps"]!.AsArray().OfType<JsonNode>())
        {
            await space.AdvanceAsync(Scenarios.ScenarioParts.Time((string)step["advance"]!)!.Value, TestEnds);

            Assert.Equal((DateTimeOffset)step["now"]!, (await space.Control.ReadClockAsync(TestEnds)).Now);
            var call = (await space.CallAsync(cancellationToken: TestEnds)).Details;
            Assert.Equal((string?)step["state"], EnumWords.Of(call.State));
            Assert.Equal(step["events"]!.AsArray().Select(e => (int)e!), call.Events.Select(e => e.EventId));
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_what_the_vectors_say(string fault)
    {
        var vector = Find("faults", v => v["fault"]!.ToJsonString() == fault);
        await using var space = await NewSpaceAsync();

        if (vector["refused"] is { } refused)
        {
            var problem = await Assert.ThrowsAsync<ControlProblemException>(() => space.ArmFaultAsync(fault, TestEnds));
            Assert.Equal($"urn:cecsim:problem:{refused}", problem.Type);
            return;
        }

        await space.ArmFaultAsync(fault, TestEnds);
        var armed = Assert.Single(await space.Control.ListFaultsAsync(TestEnds));
        var listed = new JsonObject { ["at"] = armed.At, ["inject"] = JsonNode.Parse(armed.Inject.GetRawText()) };
        AddPart(listed, "when", armed.When);
        AddPart(listed, "match", armed.Match);
        Assert.True(
            JsonNode.DeepEquals(vector["listed"] ?? vector["fault"], listed),
            $"{listed.ToJsonString()} is listed for {fault}");
    }

    [Fact]
    public async Task The_journal_finds_what_the_vectors_say()
    {
        var vectors = Read("journal-searches").AsObject();
        await using var space = await NewSpaceAsync();
        using var customer = await Customer.SignInAsync(space);
        Assert.Equal(["tokenByAkSk", "applyToken"], Requests().Take(2).Select(r => (string?)r["send"]));
        foreach (var request in Requests().Skip(2))
        {
            await space.AdvanceAsync(Scenarios.ScenarioParts.Time((string)request["advance"]!)!.Value, TestEnds);
            await SendAsync(customer, (string)request["send"]!);
        }

        var ids = (await space.Journal.SearchAsync(cancellationToken: TestEnds)).Entries.Select(e => e.Id).ToList();
        Assert.Equal(Requests().Count(), ids.Count);
        foreach (var search in vectors["searches"]!.AsArray().OfType<JsonNode>())
        {
            var found = await space.Journal.SearchAsync(
                As<JournalQuery>(search["query"]!), cancellationToken: TestEnds);
            Assert.Equal(search["finds"]!.AsArray().Select(i => ids[(int)i!]), found.Entries.Select(e => e.Id));
        }

        foreach (var claim in vectors["claims"]!.AsArray().OfType<JsonNode>())
        {
            var verdict = await space.Journal.VerifyAsync(As<JournalClaim>(claim["claim"]!), TestEnds);
            Assert.True((bool)claim["holds"]! == verdict.Holds, $"{claim.ToJsonString()}: {verdict.Why}");
        }

        IEnumerable<JsonNode> Requests() => vectors["requests"]!.AsArray().OfType<JsonNode>();
    }

    private static async Task SendAsync(Customer customer, string operation) => _ = operation switch
    {
        "createClickToCall" => await customer.CreateAsync(),
        "getClickToCallEvents" => await customer.PollAsync(),
        "dropClickToCall" => await customer.DropAsync(),
        _ => throw new ArgumentException($"{operation} is no request of these tests.", nameof(operation)),
    };

    private static async Task<CecSpace> NewSpaceAsync(string? scenario = null) =>
        await (await CecSimulator.Shared).NewSpaceAsync(scenario, TestEnds);

    private static void AddPart(JsonObject listed, string name, JsonElement? part)
    {
        if (part is { } known)
        {
            listed[name] = JsonNode.Parse(known.GetRawText());
        }
    }

    private static T As<T>(JsonNode json) => json.Deserialize<T>(JsonSerializerOptions.Web)!;

    private static TheoryData<string> NamesOf(string file, Func<JsonNode, string> name) =>
        [.. Read(file).AsArray().Select(v => name(v!))];

    private static JsonNode Find(string file, Func<JsonNode, bool> isIt) =>
        Read(file).AsArray().Single(v => isIt(v!))!;

    private static JsonNode Read(string file) =>
        JsonNode.Parse(File.ReadAllText(Checkout.PathOf("tests", "vectors", $"{file}.json")))!;
}
