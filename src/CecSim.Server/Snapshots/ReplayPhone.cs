using System.Globalization;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Commands;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Phones;

namespace CecSim.Server.Snapshots;

/// <summary>Stands where the phones of an account were: it does what they did.</summary>
internal sealed class ReplayPhone(Space space, string account) : IPhoneLine
{
    private ReplayLeg _last = new();

    // Beside a call that it holds a phone has one more.
    private ReplayLeg _before = new();

    IPhoneLeg IPhoneLine.Ring(
        AgentCall ringing, bool answersItself, IReadOnlyList<TriggeredInviteFault> faults) => Begin();

    void IPhoneLine.Expired(PhoneRegistration phone)
    {
    }

    /// <exception cref="InvalidDataException">It is no signal of a phone.</exception>
    public void Play(RecordedCommand command)
    {
        var phones = space.Phones;
        switch (Enum.TryParse<PhoneSignal>(command.Signal, out var signal) ? signal : (PhoneSignal?)null)
        {
            case PhoneSignal.Registers:
                phones.Register(RegistrationOf(command), LifetimeOf(command), this);
                break;
            case PhoneSignal.Unregisters:
                phones.Unregister(account, command.Text ?? "");
                break;
            case PhoneSignal.Alerts when command.Text is { } late:
                phones.AlertsAfter(TimeSpan.FromSeconds(NumberOf(late, max: TimeSpan.SecondsPerDay)), _last);
                break;
            case PhoneSignal.Alerts:
                phones.Alerts(_last);
                break;
            case PhoneSignal.AlertsWithEarlyMedia:
                phones.Alerts(_last, hasEarlyMedia: true);
                break;
            case PhoneSignal.PicksUp:
                phones.PicksUp(_last);
                break;
            case PhoneSignal.Fails:
                phones.Fails(_last, (int)NumberOf(command.Text, max: 699));
                break;
            case PhoneSignal.HangsUp:
                phones.HangsUp(_last);
                break;
            case PhoneSignal.Holds or PhoneSignal.Retrieves:
                phones.Holds(_last, signal is PhoneSignal.Holds);
                break;
            case PhoneSignal.Dials:
                phones.Dial(account, command.Text ?? "", Simulation.Calls.MediaAbility.Voice, Begin());
                break;
            case PhoneSignal.Refers:
                phones.Refers(_last, command.Text ?? "");
                break;
            case PhoneSignal.Replaces:
                phones.Refers(_before, _last);
                break;
            default:
                throw new InvalidDataException($"'{command.Signal}' is nothing that a phone does.");
        }
    }

    private ReplayLeg Begin()
    {
        _before = _last;
        return _last = new ReplayLeg();
    }

    private PhoneRegistration RegistrationOf(RecordedCommand command) => new(
        account,
        command.Text ?? "",
        Enum.TryParse<PhoneTransport>(Value(command, "transport"), out var transport) ? transport : PhoneTransport.Udp,
        Value(command, "from"),
        Value(command, "userAgent"));

    private static TimeSpan LifetimeOf(RecordedCommand command) =>
        TimeSpan.FromSeconds(NumberOf(Value(command, "seconds"), max: TimeSpan.SecondsPerDay));

    private static double NumberOf(string? text, double max) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number >= 0 && number <= max
            ? number
            : throw new InvalidDataException($"'{text}' of a phone is no number from 0 to {max}.");

    private static string? Value(RecordedCommand command, string name) =>
        command.Values?.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private sealed class ReplayLeg : IPhoneLeg
    {
        void IPhoneLeg.HangUp(string reason)
        {
        }

        void IPhoneLeg.Play(PhoneSound sound)
        {
        }

        void IPhoneLeg.Join(IPhoneLeg other)
        {
        }

        void IPhoneLeg.TransferEnded(AgentCallEnd? whyNot)
        {
        }

        void IPhoneLeg.ShowHold(bool isHeld)
        {
        }
    }
}
