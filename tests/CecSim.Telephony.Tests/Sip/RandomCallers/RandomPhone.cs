namespace CecSim.Telephony.Tests.Sip.RandomCallers;

/// <summary>A caller that does whatever comes to its mind, and remembers just enough to do it wrongly.</summary>
internal sealed class RandomPhone(SipTestServer bench, int number)
{
    private readonly List<SipWireText> _requests = [];
    private Phone _phone = Open(bench, number);
    private Caller? _caller;
    private string? _last;
    private int _calls;

    public void Play(Move move)
    {
        if (Text(move) is { } text)
        {
            _last = text;
            _phone.Send(text);
        }

        Listen();
    }

    public void LoseFlow()
    {
        _phone.HangUpFlow();
        _phone = Open(bench, number);
        _caller = null;
    }

    private static Phone Open(SipTestServer bench, int number) =>
        number % 2 == 0 ? Phone.OnWebSocket(bench.Server) : Phone.OnDatagrams(bench.Server);

    private string? Text(Move move) => move.Kind switch
    {
        MoveKind.Invite => Begin().Invite(),
        MoveKind.SendAgain => _last,
        MoveKind.AnswerTheServer when _requests.Count > 0 => Caller.AnswerTo(
            _requests[move.Number % _requests.Count],
            (int[])[100, 200, 200, 408, 481, 488, 491] is var statuses ? statuses[move.Number % statuses.Length] : 0,
            Caller.Answer),
        _ when _caller is not { } caller => null,
        MoveKind.Ack => move.Number % 2 == 0 ? _caller.Ack() : _caller.AckRefusal(),
        MoveKind.Cancel => _caller.Cancel(),
        MoveKind.Bye => _caller.Request("BYE"),
        MoveKind.Info => _caller.Request("INFO", "", "1", "application/dtmf"),
        MoveKind.Reinvite => _caller.Invite(),
        _ => null,
    };

    private Caller Begin() => _caller = new Caller(_phone, $"phone-{number}-{++_calls}");

    private void Listen()
    {
        foreach (var wire in _phone.TakeAll())
        {
            if (!wire.StartLine.StartsWith("SIP/", StringComparison.Ordinal))
            {
                _requests.Add(wire);
            }
            else if (_caller is not null && wire.Status > 100 && wire["CSeq"]!.EndsWith(" INVITE"))
            {
                _caller.ToTag = wire.ToTag;
            }
        }
    }
}
