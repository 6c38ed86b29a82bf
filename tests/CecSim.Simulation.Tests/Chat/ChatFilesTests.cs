using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Chat;

/// <summary>What customers leave behind in a space: files and messages, as many as there is room for.</summary>
public sealed class ChatFilesTests : IDisposable
{
    private readonly Space _space = Create();

    private ChatFiles Files => _space.Chats.Files;

    public void Dispose() => _space.Dispose();

    [Fact]
    public void A_file_comes_back_by_its_key_and_by_no_other()
    {
        var (one, other) = (Files.Upload([1, 2]).Value, Files.Upload([3]).Value);

        Assert.Matches("^[0-9a-f]{32}$", one);
        Assert.Equal([1, 2], Files.Download(one).Value);
        Assert.Equal([3], Files.Download(other).Value);
        Assert.Equal(Refusal.FileUnknown, Files.Download(new string('0', 32)).Refusal);
    }

    [Fact]
    public void An_empty_file_is_kept_and_told_to_be_empty() =>
        Assert.Equal(Refusal.FileEmpty, Files.Download(Files.Upload([]).Value).Refusal);

    [Fact]
    public void A_file_may_have_two_mebibytes_and_not_a_byte_more()
    {
        Assert.Null(Files.Upload(new byte[2 * 1024 * 1024]).Refusal);
        Assert.Equal(Refusal.FileTooLarge, Files.Upload(new byte[(2 * 1024 * 1024) + 1]).Refusal);
    }

    [Fact]
    public void The_oldest_go_when_all_together_take_too_much_room()
    {
        var content = new byte[ChatFiles.FileBytesMax];
        var keys = Enumerable.Range(0, 32).Select(_ => Files.Upload(content).Value).ToList();
        Assert.Equal(0, Files.DroppedCount);

        Files.Upload([1]);

        Assert.Equal(1, Files.DroppedCount);
        Assert.Equal(Refusal.FileUnknown, Files.Download(keys[0]).Refusal);
        Assert.Null(Files.Download(keys[1]).Refusal);
        Files.Upload(new byte[ChatFiles.FileBytesMax - 1]);
        Assert.Equal(1, Files.DroppedCount);
    }

    [Fact]
    public void The_oldest_go_when_there_are_too_many_however_small()
    {
        var first = Files.Upload([1]).Value;
        for (var i = 1; i < ChatFiles.FilesMax; i++)
        {
            Files.Upload([]);
        }

        Assert.Equal(0, Files.DroppedCount);
        Files.Upload([]);
        Assert.Equal((1, Refusal.FileUnknown), (Files.DroppedCount, Files.Download(first).Refusal));
    }

    [Fact]
    public async Task Messages_are_left_in_their_order_until_there_are_a_thousand()
    {
        var (user, messages) = (_space.SignIn(), _space.Chats.LeftMessages);
        Assert.Null(messages.Leave(user, "c1", "123", "call me"));
        await _space.AdvanceAsync(1);
        for (var i = 1; i < LeftMessages.CountMax; i++)
        {
            Assert.Null(messages.Leave(user, "c2", "456", "again"));
        }

        Assert.Equal(Refusal.LeftMessagesFull, messages.Leave(user, "c3", "789", "too late"));
        Assert.Equal(
            new LeftMessage(_space.Time.ReadNow().AddSeconds(-1), "u1", "c1", "123", "call me"), messages.All[0]);
        Assert.Equal((1_000, "c2"), (messages.All.Count, messages.All[^1].CallId));
    }
}
