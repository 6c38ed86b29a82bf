namespace CecSim.Scenarios.Tests;

public sealed class SurrogateTests
{
    [Theory]
    [InlineData("""{"about":"\ude00\ud83d","name":"a"}""", "1:11", "DE00")]
    [InlineData("""{"name":"a","about":"x\ud83dx"}""", "1:23", "D83D")]
    [InlineData("""{"name":"a","about":"\\ud83d \ud83d"}""", "1:30", "D83D")]
    [InlineData("""{"name":"a","about":"\ud83d\ude00\ude00"}""", "1:34", "DE00")]
    [InlineData("name: a\nabout: >-\n  fine\nspace:\n  appKey: \"\\uD83D\"", "5:12", "D83D")]
    [InlineData("name: a\nabout: \"\\U0000D83D\"", "2:9", "D83D")]
    public void A_surrogate_that_stands_alone_is_named_at_its_place(string yaml, string place, string code) =>
        Assert.Equal(
            [$"s.yaml:{place}: the surrogate {code} stands alone: a high one and a low one together are a character"],
            Story.Complaints(yaml));

    [Fact]
    public void One_that_is_no_escape_is_named_too() => Assert.Equal(
        ["s.yaml:2:11: the surrogate D83D stands alone: a high one and a low one together are a character"],
        Story.Complaints("name: a\nabout: 😀 \uD83D"));

    [Fact]
    public void Two_together_are_a_character() =>
        Assert.Equal("😀", Story.Read("""{"name":"a","about":"\ud83d\ude00"}""").About);
}
