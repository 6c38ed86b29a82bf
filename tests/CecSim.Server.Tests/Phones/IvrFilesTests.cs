using CecSim.Scenarios;
using CecSim.Server.Tests.Gateway;

namespace CecSim.Server.Tests.Phones;

/// <summary>What the scenarios of scenarios/ivr promise, at the wire of a customer's phone.</summary>
public sealed class IvrFilesTests
{
    private static readonly Dictionary<string, Func<TestCec, Task>> Stories = new()
    {
        ["hotline"] = HotlineAsync,
        ["extensions"] = ExtensionsAsync,
        ["at-night"] = AtNightAsync,
        ["full-house"] = FullHouseAsync,
    };

    public static TheoryData<string> Names =>
    [
        .. Directory.GetFiles(Path.Combine(Checkout.Root, "scenarios", "ivr"))
            .Select(f => Path.GetFileNameWithoutExtension(f)),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_caller_lives_through_the_story_that_the_file_promises(string name)
    {
        Assert.True(Stories.ContainsKey(name), $"The story of scenarios/ivr/{name}.yaml is not told here.");
        var load = ScenarioFiles.Load([Path.Combine(Checkout.Root, "scenarios", "ivr", $"{name}.yaml")]);
        Assert.Empty(load.Complaints);
        Assert.Empty(load.Warnings);
        await using var cec = await TestCec.StartAsync(
            new CecSimArgs { SipPort = 0, Spaces = [load.Scenarios.Single().Space] });

        await Stories[name](cec);
    }

    private static async Task HotlineAsync(TestCec cec)
    {
        using var first = await DialAsync(cec, "12345");
        using var second = await DialAsync(cec, "12345");
        Assert.Equal(1, CallOf(cec, 2).Place);

        await cec.AdvanceAsync(40);

        Assert.StartsWith("BYE ", await first.RequestAsync("BYE"), StringComparison.Ordinal);
        Assert.Equal(1001, CallOf(cec, 2).WorkNo);
    }

    private static async Task ExtensionsAsync(TestCec cec)
    {
        using var sales = await DialAsync(cec, "123451");
        using var support = await DialAsync(cec, "123452");
        using var asked = await DialAsync(cec, "12345");
        Assert.Equal(("sales", "support", "which"), (CallOf(cec, 1).Queue, CallOf(cec, 2).Queue, CallOf(cec, 3).Ivr));
        await cec.AdvanceAsync(3);

        await asked.PressByInfoAsync('2');

        await Eventually.IsTrueAsync("a call in the queue", () => CallOf(cec, 3).Queue == "support");
    }

    private static async Task AtNightAsync(TestCec cec)
    {
        using var caller = await DialAsync(cec, "12345");
        Assert.Equal("night", CallOf(cec, 1).Ivr);
        await cec.AdvanceAsync(3);
        foreach (var key in "4711#")
        {
            await caller.PressByInfoAsync(key);
        }

        await Eventually.IsTrueAsync(
            "four keys and the end", () => cec.FindMediaOf(1)?.Lines[0].DigitsIn is "4711#");
        await cec.AdvanceAsync(20);

        Assert.StartsWith("BYE ", await caller.RequestAsync("BYE"), StringComparison.Ordinal);
    }

    private static async Task FullHouseAsync(TestCec cec)
    {
        using var first = await DialAsync(cec, "12345");
        using var second = await DialAsync(cec, "12345");
        using var third = await DialAsync(cec, "12345");
        Assert.Equal("busy", CallOf(cec, 3).Ivr);
        await second.PressByInfoAsync('1');
        await Eventually.IsTrueAsync("the second out of the queue", () => CallOf(cec, 2).Ivr == "busy");

        await cec.AdvanceAsync(10);

        Assert.StartsWith("BYE ", await second.RequestAsync("BYE"), StringComparison.Ordinal);
        Assert.StartsWith("BYE ", await third.RequestAsync("BYE"), StringComparison.Ordinal);
    }

    private static CallView CallOf(TestCec cec, int id) => cec.Space.Calls.View.Single(c => c.Id == id);

    private static async Task<DiallingPhone> DialAsync(TestCec cec, string number)
    {
        var phone = new DiallingPhone(cec);
        Assert.StartsWith("SIP/2.0 200 ", await phone.DialAsync(number), StringComparison.Ordinal);
        return phone;
    }
}
