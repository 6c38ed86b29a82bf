using System.Threading.Channels;

namespace CecSim.Cli.Tests;

/// <summary>What a run of the tool prints on one of its streams, to be read while it goes on.</summary>
internal sealed class PrintedLines : TextWriter
{
    private readonly Lock _gate = new();
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public override void Write(char value)
    {
        lock (_gate)
        {
            _line.Append(value);
            if (value == '\n')
            {
                Pass();
            }
        }
    }

    /// <summary>Nothing more comes.</summary>
    public void End()
    {
        lock (_gate)
        {
            Pass();
            _lines.Writer.Complete();
        }
    }

    /// <returns>The next line without its end; null where there is none.</returns>
    public async Task<string?> ReadAsync() => await _lines.Reader.WaitToReadAsync(TestEnds)
        ? (await _lines.Reader.ReadAsync(TestEnds)).TrimEnd('\n')
        : null;

    /// <summary>All that was not read yet, as it was printed.</summary>
    public async Task<string> ReadToEndAsync() =>
        string.Concat(await _lines.Reader.ReadAllAsync(TestEnds).ToListAsync(TestEnds));

    private void Pass()
    {
        if (_line.Length > 0)
        {
            _lines.Writer.TryWrite(_line.ToString());
            _line.Clear();
        }
    }
}

/// <summary>The same for what is printed as bytes.</summary>
internal sealed class PrintedBytes(TextWriter printed) : MemoryStream
{
    protected override void Dispose(bool disposing)
    {
        printed.Write(Encoding.UTF8.GetString(ToArray()));
        base.Dispose(disposing);
    }
}
