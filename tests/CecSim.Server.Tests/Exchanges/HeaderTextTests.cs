using CecSim.Server.Exchanges;
using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Server.Tests.Exchanges;

/// <summary>Text in any language goes through a header and comes back.</summary>
public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("plain, as it is", "plain, as it is")]
    [InlineData("张三", "%E5%BC%A0%E4%B8%89")]
    [InlineData("5% of it", "5%25 of it")]
    [InlineData("a\r\nX: y\u001b[2J", "a%0D%0AX: y%1B[2J")]
    [InlineData("\ud83d\ude00", "%F0%9F%98%80")]
    public void It_is_percent_encoded_where_it_is_not_ASCII(string text, string header) =>
        Assert.Equal(header, HeaderText.Of(text));

    [Fact]
    public void Whatever_the_text_it_is_printable_bounded_and_decodes_to_it()
    {
        Prop.ForAll<string?>(any =>
        {
            var text = string.Concat((any ?? "").EnumerateRunes());
            var header = HeaderText.Of(text);
            return header.All(c => c is >= ' ' and <= '~') && header.Length <= 3_003
                && (Uri.UnescapeDataString(header) == text || header.EndsWith("...", StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Fact]
    public void Half_a_character_becomes_the_sign_for_one_that_is_lost() =>
        Assert.Equal("a%EF%BF%BD", HeaderText.Of("a" + "\ud83d\ude00"[..1]));

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var header = HeaderText.Of(new string('张', 2_000));

        Assert.InRange(header.Length, 2_900, 3_003);
        Assert.Matches("^(%E5%BC%A0)+\\.\\.\\.$", header);
    }

    [Fact]
    public async Task A_refusal_in_Chinese_can_be_read()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var answer = await client.PostAsync(
            CecClient.SendPath, CecClient.SendBody.Replace("\"WEB\"", "\"网页\"", StringComparison.Ordinal)
                .Replace("\"from\":\"u1\"", "\"from\":\"张三\"", StringComparison.Ordinal));

        Assert.NotNull(answer.Why);
        Assert.DoesNotContain('?', answer.Why);
    }
}
