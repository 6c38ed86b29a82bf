using CecSim.Server.Tests.Gateway;

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
        (await control.GetAsync("spaces/south/phones")).MustBeJson("""{"phones":[]}""");

        var earliestEnd = DateTimeOffset.UtcNow + TimeSpan.FromHours(1);
        await SoftphoneTests.RegisterAsync(cec, "8888", "two");

        (await control.GetAsync("spaces/north/phones")).MustBeJson("""{"phones":[]}""");
        var phones = await control.GetAsync("spaces/south/phones");
        var phone = phones["phones"][0]!.AsObject();
        var from = (string)phone["from"]!;
        Assert.InRange(
            (DateTimeOffset)phone["expiresAt"]!, earliestEnd - TimeSpan.FromSeconds(1), earliestEnd.AddMinutes(1));
        phone.Remove("expiresAt");
        Assert.StartsWith("127.0.0.1:", from, StringComparison.Ordinal);
        phones.MustBeJson(
            $$"""
            {"phones":[{"account":"8888","workNo":1008,"contact":"sip:8888@{{from}}","transport":"udp",
            "from":"{{from}}"}]}
            """);
    }

    [Fact]
    public async Task Phones_of_a_space_that_is_not_there_are_refused()
    {
        await using var cec = await TestCec.StartAsync();

        var phones = await new ControlApiClient(cec.Http).GetAsync("spaces/nowhere/phones");

        phones.MustBeProblem(404, "space-unknown");
    }
}
