using CecSim.Server.Snapshots;
using CecSim.Simulation.Commands;
using CecSim.Simulation.Phones;

namespace CecSim.Server.Tests.Snapshots;

/// <summary>What phones of an exported space did is done again, whatever it was.</summary>
public sealed class ReplayPhoneTests
{
    public static TheoryData<PhoneSignal> Signals => [.. Enum.GetValues<PhoneSignal>()];

    [Theory]
    [MemberData(nameof(Signals))]
    public async Task Each_signal_of_a_phone_is_one_that_is_done_again(PhoneSignal signal)
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Agents = [new() { WorkNo = 1001, SipAccount = "88881001", SipPassword = "cti-1234" }],
        });
        var phone = new ReplayPhone(cec.Space, "88881001");

        phone.Play(new RecordedCommand(CommandKind.Phone, cec.Space.Time.Now)
        {
            Signal = signal.ToString(),
            Account = "88881001",
            Text = "486",
            Values = new Dictionary<string, string> { ["seconds"] = "60" },
        });
    }

    [Fact]
    public async Task What_is_no_signal_of_a_phone_is_refused()
    {
        await using var cec = await TestCec.StartAsync();
        var phone = new ReplayPhone(cec.Space, "88881001");

        var refused = Assert.Throws<InvalidDataException>(
            () => phone.Play(new RecordedCommand(CommandKind.Phone, cec.Space.Time.Now) { Signal = "Sings" }));

        Assert.Equal("'Sings' is nothing that a phone does.", refused.Message);
    }
}
