using CecSim.Telephony.Calling;

namespace CecSim.Cli.Calling;

/// <summary>What happened so far, and for people at once on the terminal.</summary>
internal sealed class ShownLadder(TextWriter? output)
{
    private readonly Lock _gate = new();
    private readonly List<LadderRow> _rows = [];
    private readonly List<CallStep> _steps = [];

    /// <summary>The requests, in the order in which they were answered.</summary>
    public IReadOnlyList<LadderRow> Rows
    {
        get
        {
            lock (_gate)
            {
                return [.. _rows];
            }
        }
    }

    /// <summary>The steps of the call at the gateway, in the order in which they ended.</summary>
    public IReadOnlyList<CallStep> Steps
    {
        get
        {
            lock (_gate)
            {
                return [.. _steps];
            }
        }
    }

    public void Tell(LadderRow row)
    {
        lock (_gate)
        {
            _rows.Add(row);
            Show(LadderText.LineOf([row]) + "\n");
        }
    }

    public void Tell(CallStep step)
    {
        lock (_gate)
        {
            _steps.Add(step);
            Show(PhoneText.LineOf(step));
        }
    }

    private void Show(string line)
    {
        output?.Write(line);
    }
}
