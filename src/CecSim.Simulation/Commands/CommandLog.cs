namespace CecSim.Simulation.Commands;

/// <summary>
/// What came to a space since it began, secrets and all: with its seed and its clock enough to bring it to the same
/// state once more. A space that saw more than is kept can no longer be brought there, and says so.
/// </summary>
public sealed class CommandLog(SpaceScheduler time)
{
    public const int CommandsMax = 5_000;

    public const int CharsMax = 4 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly List<RecordedCommand> _commands = [];
    private long _charsCount;
    private volatile string? _gap;

    /// <summary>Nothing more is kept: it can no longer be done again as a whole.</summary>
    public bool HasGap => _gap is not null;

    /// <summary>All of it, or why there is not all of it.</summary>
    public (IReadOnlyList<RecordedCommand> Commands, string? Gap) Read()
    {
        lock (_gate)
        {
            return ([.. _commands], _gap);
        }
    }

    /// <returns>Null when it is not kept.</returns>
    public LoggedCommand? Add(RecordedCommand command)
    {
        lock (_gate)
        {
            if (HasGap)
            {
                return null;
            }

            if (_commands.Count == CommandsMax)
            {
                return Forget($"more than {CommandsMax} requests came to it");
            }

            _commands.Add(command);
            return Weigh(command.Body) ? new LoggedCommand(_commands.Count - 1, command) : null;
        }
    }

    /// <summary>The body of a request is known only once it was read.</summary>
    public void AddBody(LoggedCommand logged, string body)
    {
        lock (_gate)
        {
            if (Weigh(body))
            {
                logged.Command.Body = body;
            }
        }
    }

    public void AddHangUp(LoggedCommand request) =>
        Add(new RecordedCommand(CommandKind.HungUp, time.ReadNow()) { Of = request.Number });

    /// <param name="dialledBy">The phone that has dialled it; null where event 168101 told it.</param>
    public void AddInvite(string accessCode, string? dialledBy = null) => Add(
        new RecordedCommand(CommandKind.MediaInvited, time.ReadNow()) { AccessCode = accessCode, Text = dialledBy });

    public void AddJoin(string accessCode, string caller) =>
        Add(new RecordedCommand(CommandKind.MediaJoined, time.ReadNow()) { AccessCode = accessCode, Text = caller });

    public void AddLeave(string accessCode, MediaEnding ending = MediaEnding.HungUp) => Add(
        new RecordedCommand(CommandKind.MediaLeft, time.ReadNow())
        {
            AccessCode = accessCode,
            Text = ending == MediaEnding.HungUp ? null : $"{ending}",
        });

    public void AddSignal(string accessCode, CallSignal signal) => Add(
        new RecordedCommand(CommandKind.MediaSignal, time.ReadNow())
        {
            AccessCode = accessCode,
            Signal = signal.GetType().Name,
            Text = (signal as CallSignal.Dtmf)?.Digits,
        });

    /// <param name="text">What else there is to say: a contact, a status, or the number that was dialled.</param>
    public void AddPhone(string account, PhoneSignal signal, string? text = null) =>
        Add(new RecordedCommand(CommandKind.Phone, time.ReadNow())
        {
            Account = account,
            Signal = $"{signal}",
            Text = text,
        });

    public void AddRegistration(PhoneRegistration phone, TimeSpan lifetime) =>
        Add(new RecordedCommand(CommandKind.Phone, time.ReadNow())
        {
            Account = phone.Account,
            Signal = $"{PhoneSignal.Registers}",
            Text = phone.Contact,
            Values = new Dictionary<string, string>
            {
                ["transport"] = $"{phone.Transport}",
                ["from"] = phone.From ?? "",
                ["userAgent"] = phone.UserAgent ?? "",
                ["seconds"] = lifetime.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            },
        });

    /// <summary>Something came to the space that nothing here can do again.</summary>
    public void Break(string why)
    {
        lock (_gate)
        {
            Forget(why);
        }
    }

    private bool Weigh(string? body)
    {
        _charsCount += body?.Length ?? 0;
        if (_charsCount <= CharsMax)
        {
            return true;
        }

        Forget($"the bodies that came to it have more than {CharsMax} characters");
        return false;
    }

    private LoggedCommand? Forget(string why)
    {
        _gap ??= why;
        _commands.Clear();
        return null;
    }
}
