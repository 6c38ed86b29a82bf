namespace CecSim.Simulation.Faults;

/// <summary>There is no answer. The request waits until its client gives up.</summary>
public sealed record Hang : RequestFault
{
    public override async Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        await target.HangAsync();
        return FaultOutcome.Handled;
    }
}

/// <summary>The connection is closed cleanly, without a byte.</summary>
public sealed record EmptyResponse : RequestFault
{
    public override async Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        await target.CloseAfterAsync(ReadOnlyMemory<byte>.Empty);
        return FaultOutcome.Handled;
    }
}

/// <summary>The connection is reset: whoever reads from it gets an error, and not its end.</summary>
public sealed record ConnectionReset : RequestFault
{
    public override async Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        await target.ResetAsync();
        return FaultOutcome.Handled;
    }
}

/// <summary>The answer comes in chunks, the second of which is none, and the connection is closed.</summary>
public sealed record MalformedChunk : RequestFault
{
    public override Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        target.AlterAnswer(plan => plan with { Ending = AnswerEnding.BrokenChunk });
        return Task.FromResult(FaultOutcome.Continue);
    }
}

/// <summary>Random bytes in place of HTTP, and the connection is closed.</summary>
public sealed record Garbage : RequestFault
{
    private const int BytesCount = 256;

    public override async Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        var bytes = new byte[BytesCount];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)target.Random.Below(byte.MaxValue + 1);
        }

        await target.CloseAfterAsync(bytes);
        return FaultOutcome.Handled;
    }
}

/// <summary>The answer announces its whole length, brings the first half, and the connection is closed.</summary>
public sealed record Truncate : RequestFault
{
    public override Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        target.AlterAnswer(plan => plan with { Ending = AnswerEnding.Truncated });
        return Task.FromResult(FaultOutcome.Continue);
    }
}

/// <summary>The answer comes in pieces: the first at once, the last when the time is over.</summary>
/// <param name="Over">Space time, from the first piece to the last.</param>
public sealed record Dribble(int Chunks, TimeSpan Over) : RequestFault
{
    public override Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        target.AlterAnswer(plan => plan with { Pieces = PiecesOf });
        return Task.FromResult(FaultOutcome.Continue);
    }

    // A body with fewer bytes comes in as many pieces as it has bytes.
    private IEnumerable<AnswerPiece> PiecesOf(int length)
    {
        var count = Math.Clamp(length, 1, Chunks);
        for (var i = 0; i < count; i++)
        {
            var after = i == 0 ? TimeSpan.Zero : Over * i / (count - 1);
            yield return new AnswerPiece((int)((long)length * (i + 1) / count), after);
        }
    }
}

/// <summary>The answer's body comes as over a thin line: the first bytes at once, the rest at that rate.</summary>
/// <param name="BytesPerSecond">In a second of space time, headers not counted.</param>
public sealed record Bandwidth(int BytesPerSecond) : RequestFault
{
    // A tenth of a second: thin lines drip, and wide ones need no wait for each byte.
    private const int PiecesPerSecond = 10;

    public override FaultPlace Place => FaultPlace.Answers;

    public override Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        target.AlterAnswer(plan => plan with { Pieces = PiecesOf });
        return Task.FromResult(FaultOutcome.Continue);
    }

    private IEnumerable<AnswerPiece> PiecesOf(int length)
    {
        var size = Math.Max(1, BytesPerSecond / PiecesPerSecond);
        for (long begin = 0; begin < length; begin += size)
        {
            var after = TimeSpan.FromTicks(begin * TimeSpan.TicksPerSecond / BytesPerSecond);
            yield return new AnswerPiece((int)Math.Min(begin + size, length), after);
        }
    }
}
