/** More units than these are as good as everyone, whatever was named: what reaches them is shown first. */
export const aFew = 5;
