namespace CecSim.Simulation.Commands;

/// <summary>
/// What came to a space since it began, secrets and all: with its seed and its clock enough to bring it to the same
/// state once more. A space that saw more than is kept can no longer be brought there, and says so.
/// </summary>
public sealed class CommandLog(SpaceScheduler time, ICommandStore? store = null)
{
    public const int CommandsMax = 20_000;

    public const int CharsMax = 4 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly List<RecordedCommand> _commands = [];
    private int _count;
    private long _charsCount;
    private DateTimeOffset _lastAt;
    private bool _isReplayed;
    private bool _isClosed;
    private volatile string? _gap;

    /// <summary>Where it is kept beyond the process; null where it is not.</summary>
    public ICommandStore? Store => store;

    /// <summary>Nothing more is kept here: from this memory it can no longer be done again as a whole.</summary>
    public bool HasGap => _gap is not null;

    /// <summary>Whether there is any use in adding to it.</summary>
    public bool Keeps => !HasGap || store is not null;

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
            return _isReplayed ? null : Keep(command);
        }
    }

    /// <summary>
    /// From now until <see cref="EndReplay"/> what comes to the space is what came to another one: it is added by
    /// whoever does it again, and by nobody else.
    /// </summary>
    public void BeginReplay() => _isReplayed = true;

    public void EndReplay() => _isReplayed = false;

    /// <summary>Something was done again that stood in the log of another space, or in this one's store.</summary>
    public void AddReplayed(RecordedCommand command)
    {
        lock (_gate)
        {
            Keep(command);
        }
    }

    /// <summary>Another space has taken the place of this one.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
        }
    }

    /// <summary>The body of a request that is kept in memory only is known once it was read.</summary>
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

    /// <summary>The answer to a long poll is with its client: the events in it are not delivered once more.</summary>
    public void AddSent(LoggedCommand request) =>
        Add(new RecordedCommand(CommandKind.Sent, time.ReadNow()) { Of = request.Number });

    /// <summary>The space has taken note of an answer that was sent, and gives other ones since.</summary>
    public void AddSettled(LoggedCommand request) =>
        Add(new RecordedCommand(CommandKind.Settled, time.ReadNow()) { Of = request.Number });

    /// <summary>Somebody has seen how the space stood at this moment: it must not go back behind it.</summary>
    public void AddMoment()
    {
        var now = time.ReadNow();
        lock (_gate)
        {
            if (store is not null && now > _lastAt && !_isReplayed)
            {
                Keep(new RecordedCommand(CommandKind.Moment, now));
            }
        }
    }

    /// <summary>How time goes on from this moment.</summary>
    public void AddClock()
    {
        if (store is null)
        {
            return;
        }

        var clock = time.View;
        Add(new RecordedCommand(CommandKind.Clock, clock.Now)
        {
            Text = clock.IsFrozen ? null : clock.Rate.ToString("R", CultureInfo.InvariantCulture),
        });
    }

    public void AddProviderState(string call) =>
        Add(new RecordedCommand(CommandKind.ProviderState, time.ReadNow()) { Body = call });

    /// <summary>What somebody else's server answered, who cannot be asked once more.</summary>
    public void AddAnswer(LoggedCommand request, string answer) =>
        Add(new RecordedCommand(CommandKind.Answered, time.ReadNow()) { Of = request.Number, Body = answer });

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

    private LoggedCommand? Keep(RecordedCommand command)
    {
        if (_isClosed || !Keeps)
        {
            return null;
        }

        var logged = new LoggedCommand(_count++, command);
        _lastAt = command.At;
        store?.Append(command);
        if (HasGap)
        {
            return logged;
        }

        if (_commands.Count == CommandsMax)
        {
            Forget($"more than {CommandsMax} requests came to it");
        }
        else
        {
            _commands.Add(command);
            Weigh(command.Body);
        }

        return Keeps ? logged : null;
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

    private void Forget(string why)
    {
        _gap ??= why;
        _commands.Clear();
    }
}
