using static CecSim.Telephony.Tests.Sip.Messages.SipText;

namespace CecSim.Telephony.Tests.Sip.Flows;

public sealed class StreamFramerTests
{
    private static readonly string First = Text("MESSAGE sip:a@b.test SIP/2.0", "Content-Length: 5") + "hello";
    private static readonly string Second = Text("OPTIONS sip:a@b.test SIP/2.0", "l:\r\n 0");

    private readonly SipStreamFramer _framer = new();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void A_stream_is_cut_the_same_however_it_arrives(int pieceBytes)
    {
        var cut = new List<string>();
        foreach (var piece in Encoding.UTF8.GetBytes(First + Second + "\r\n" + First).Chunk(pieceBytes))
        {
            cut.AddRange(Feed(piece));
        }

        Assert.Equal([First, Second, First], cut);
        Assert.Null(_framer.Fault);
    }

    [Theory]
    [InlineData("\r\n\r\n", 1)]
    [InlineData("\r\n\r\n\r\n\r\n", 2)]
    [InlineData("\r\n", 0)]
    [InlineData("\n\r\n\n\n\r", 0)]
    public void Keep_alives_between_messages_are_counted(string bytes, int pings)
    {
        Feed(Encoding.UTF8.GetBytes(bytes));

        Assert.Equal(pings, _framer.TakePings());
        Assert.Equal([Second], Feed(Encoding.UTF8.GetBytes(Second)));
    }

    [Fact]
    public void A_keep_alive_in_two_halves_is_one()
    {
        Feed("\r\n\r"u8.ToArray());
        Feed("\n"u8.ToArray());

        Assert.Equal(1, _framer.TakePings());
    }

    [Theory]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: 1\r\nContent-Length: 2")]
    [InlineData("Content-Length: 70000")]
    [InlineData("Content-Length: 99999999999999")]
    [InlineData("Subject: no length at all")]
    public void A_stream_whose_next_message_cannot_be_found_ends_there(string header)
    {
        var head = Text("OPTIONS sip:a@b.test SIP/2.0", header);

        Assert.Equal([head], Feed(Encoding.UTF8.GetBytes(head + "rest")));

        Assert.NotNull(_framer.Fault);
        Assert.Empty(Feed(Encoding.UTF8.GetBytes(Second)));
    }

    [Fact]
    public void A_head_that_never_ends_is_given_up()
    {
        var cut = Enumerable.Range(0, 10).SelectMany(_ => Feed(new byte[10_000])).ToList();

        Assert.Single(cut);
        Assert.Equal("The head is too large", _framer.Fault?.Reason);
    }

    private List<string> Feed(byte[] bytes)
    {
        _framer.Append(bytes);
        var cut = new List<string>();
        while (_framer.Next() is { } message)
        {
            cut.Add(Encoding.UTF8.GetString(message));
        }

        return cut;
    }
}
